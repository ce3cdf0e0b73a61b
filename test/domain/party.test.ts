import { unfiledCase } from '@accord/server/domain/case';
import { evolve } from '@accord/server/domain/evolve';
import type { AddParty } from '@accord/server/domain/party';
import { waitingOn } from '@accord/server/domain/waiting-on';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code, unknownId } from '../support/refusal.js';

type Life = ReturnType<typeof life>;
const add = (lived: Life, time: string, input: AddParty, who = people.handler) =>
  lived.act(time, who, 'addParty', input);
const filed = () => life().file('2026-03-02');
const negotiating = () => filed().accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');
const lastParty = (lived: Life) => lived.state.parties.at(-1)!;

describe('a party that is added', () => {
  it.each(['COMPLAINANT', 'RESPONDENT', 'THIRD_PARTY'] as const)('is a %s who acts for itself', (side) => {
    const lived = add(filed(), '2026-03-03', { side, personId: people.neighbour.id });
    expect(lastParty(lived)).toMatchObject({ side, kind: 'PERSON', memberIds: ['neighbour'], leftAt: null });
    lived.act('2026-03-03', people.neighbour, 'postMessage', { text: '我也是当事人' });
    expect(lived.events.at(-1)).toMatchObject({ actor: { role: side, partyId: lastParty(lived).id } });
  });

  it('is one that nobody acts for, until somebody is found', () => {
    const lived = add(filed(), '2026-03-03', { side: 'RESPONDENT', kind: 'MERCHANT', name: '快递站' });
    const { id: partyId, name } = lastParty(lived);
    expect(name).not.toBeNull();
    add(lived, '2026-03-04', { side: 'RESPONDENT', partyId, personId: people.courier.id });
    expect(lastParty(lived)).toMatchObject({ id: partyId, kind: 'SERVICE_PROVIDER', memberIds: ['courier'] });
    expect(() => add(lived, '2026-03-05', { side: 'RESPONDENT', partyId, personId: people.neighbour.id })).toThrow(
      blocked('PARTY_REPRESENTED'),
    );
  });

  it('is the platform, for which the platform finds somebody without another part in the case', () => {
    const lived = add(filed(), '2026-03-03', { side: 'THIRD_PARTY', kind: 'PLATFORM' });
    expect(lastParty(lived)).toMatchObject({ kind: 'PLATFORM', memberIds: ['platform'] });
    expect(() => add(lived, '2026-03-03', { side: 'RESPONDENT', kind: 'PLATFORM' })).toThrow(blocked('PERSON_IN_CASE'));
  });

  it('is nobody with another part in the case', () => {
    const lived = filed();
    const adding = (personId: string) => () => add(lived, '2026-03-03', { side: 'THIRD_PARTY', personId });
    expect(adding(people.merchant.id)).toThrow(blocked('PERSON_IN_CASE'));
    expect(adding(people.handler.id)).toThrow(blocked('PERSON_HANDLES_CASE'));
    expect(adding(people.supervisor.id)).toThrow(blocked('PERSON_HANDLES_CASE'));
    lived.act('2026-03-03', people.supervisor, 'assignCase', { handlerId: people.colleague.id, reason: '轮换' });
    const byColleague = () =>
      add(lived, '2026-03-04', { side: 'THIRD_PARTY', personId: people.handler.id }, people.colleague);
    expect(byColleague).toThrow(blocked('PERSON_HANDLES_CASE'));
    lived.act('2026-03-04', people.colleague, 'acceptCase', { complexity: 'LOW' });
    lived.act('2026-03-04', people.colleague, 'startInvestigation', { steps: [{ kind: 'OTHER' }] });
    const stepId = lived.state.investigations[0]!.steps[0]!.id;
    lived.act('2026-03-04', people.colleague, 'waiveInvestigationStep', { stepId, reason: '不需要' });
    lived.act('2026-03-04', people.colleague, 'recordFinding', { rootCause: 'UNKNOWN', text: '不明' });
    lived.act('2026-03-04', people.colleague, 'concludeInvestigation', {});
    lived.act('2026-03-05', people.colleague, 'declareImpasse', { reason: '意见不一' });
    lived.act('2026-03-05', people.complainant, 'requestSecondNegotiation', { grounds: '不服' });
    lived.act('2026-03-05', people.otherSupervisor, 'appointExpert', { expertId: people.expertA.id });
    const expert = { side: 'THIRD_PARTY' as const, personId: people.expertA.id };
    expect(() => add(lived, '2026-03-06', expert, people.colleague)).toThrow(blocked('EXPERT_SEATED'));
  });

  it.each<[string, AddParty, unknown]>([
    ['an unknown person', { side: 'RESPONDENT', personId: unknownId }, code('NOT_FOUND', { path: 'input.personId' })],
    [
      'an unknown party',
      { side: 'RESPONDENT', partyId: unknownId, personId: 'neighbour' },
      code('NOT_FOUND', { path: 'input.partyId' }),
    ],
    [
      'a complainant that nobody acts for',
      { side: 'COMPLAINANT', kind: 'PERSON', name: '某人' },
      badField('input.personId'),
    ],
    ['a party without a name', { side: 'RESPONDENT', kind: 'MERCHANT' }, badField('input.name')],
    ['a party without a kind', { side: 'RESPONDENT', name: '某店' }, badField('input.kind')],
    ['a blank name', { side: 'RESPONDENT', kind: 'MERCHANT', name: '  ' }, badField('input.name')],
    [
      'a name of 201 characters',
      { side: 'RESPONDENT', kind: 'MERCHANT', name: '店'.repeat(201) },
      badField('input.name'),
    ],
    [
      'a person of another kind',
      { side: 'RESPONDENT', kind: 'MERCHANT', personId: 'neighbour' },
      badField('input.kind'),
    ],
  ])('is not %s', (_what, input, refusal) => {
    const lived = filed();
    const before = structuredClone(lived.state);
    expect(() => add(lived, '2026-03-03', input)).toThrow(refusal as Error);
    expect(lived.state).toEqual(before);
  });

  it('is added by a supervisor with a reason, and by no party', () => {
    const input: AddParty = { side: 'THIRD_PARTY', personId: people.neighbour.id };
    expect(() => add(filed(), '2026-03-03', input, people.supervisor)).toThrow(badField('input.reason'));
    expect(() => add(filed(), '2026-03-03', input, people.complainant)).toThrow(code('FORBIDDEN'));
    const reasoned = { ...input, reason: '经办人休假' };
    expect(lastParty(add(filed(), '2026-03-03', reasoned, people.supervisor)).memberIds).toEqual(['neighbour']);
  });

  it('is a third party until there is an agreement on the whole, whatever else is added after it', () => {
    const lived = negotiating().propose('2026-03-03').agree('2026-03-03');
    expect(() => add(lived, '2026-03-04', { side: 'THIRD_PARTY', personId: people.neighbour.id })).toThrow(
      blocked('AGREEMENT_STANDS'),
    );
    add(lived, '2026-03-04', { side: 'RESPONDENT', personId: people.courier.id });
    expect(lived.state.parties).toHaveLength(3);
  });
});

describe('the consent of a third party', () => {
  it('is needed exactly where a term binds or serves it', () => {
    const lived = add(negotiating(), '2026-03-03', { side: 'THIRD_PARTY', personId: people.courier.id });
    const [buyer, seller, courier] = lived.state.parties.map(({ id }) => id);
    const resend = { kind: 'RESEND_GOODS' as const, obligorId: courier!, beneficiaryId: buyer! };
    const apology = { kind: 'APOLOGY' as const, obligorId: seller!, beneficiaryId: buyer! };
    lived.act('2026-03-04', people.complainant, 'makeProposal', { terms: [apology, resend] });
    lived.agree('2026-03-04');
    expect(lived.state.stage).toBe('NEGOTIATING');
    expect(waitingOn(lived.state)).toBe('THIRD_PARTY');
    const { id: proposalId, hash } = lived.state.proposals[0]!;
    lived.act('2026-03-05', people.courier, 'acceptProposal', { proposalId, contentHash: hash });
    expect(lived.state.stage).toBe('EXECUTING');
    lived.carryOut('2026-03-06');
    for (const who of [people.complainant, people.merchant]) lived.act('2026-03-06', who, 'confirmResult', {});
    const close = () => lived.act('2026-03-06', people.handler, 'closeCase', {});
    expect(close).toThrow(blocked('RESULT_NOT_CONFIRMED'));
    lived.act('2026-03-09', people.courier, 'confirmResult', {});
    close();
    expect(lived.state.stage).toBe('CLOSED');
  });

  it('is nothing that an agreement of the others waits for', () => {
    const lived = add(negotiating(), '2026-03-03', { side: 'THIRD_PARTY', personId: people.courier.id });
    lived.propose('2026-03-04');
    expect(() =>
      lived.act('2026-03-04', people.courier, 'acceptProposal', {
        proposalId: lived.state.proposals[0]!.id,
        contentHash: lived.state.proposals[0]!.hash,
      }),
    ).toThrow(blocked('CONSENT_NOT_NEEDED'));
    expect(lived.agree('2026-03-04').state.stage).toBe('EXECUTING');
  });
});

describe('the platform as a party beside a silent merchant', () => {
  it('pays in advance, and no term binds the merchant', () => {
    const lived = negotiating();
    for (const [time, channel] of [
      ['2026-03-03', 'PHONE'],
      ['2026-03-04', 'EMAIL'],
      ['2026-03-05', 'PHONE'],
    ] as const) {
      const partyId = lived.state.parties[1]!.id;
      lived.act(time, people.handler, 'recordContactAttempt', { partyId, channel, isReached: false });
    }
    expect(() => lived.propose('2026-03-06')).toThrow(blocked('PARTY_UNREACHABLE'));
    add(lived, '2026-03-06', { side: 'THIRD_PARTY', kind: 'PLATFORM' });
    const [buyer, , platform] = lived.state.parties.map(({ id }) => id);
    const amount = { amountMinor: 5_000, currency: 'CNY' };
    const refund = { kind: 'PARTIAL_REFUND' as const, obligorId: platform!, beneficiaryId: buyer!, amount };
    lived.act('2026-03-06', people.complainant, 'makeProposal', { terms: [refund] });
    const { id: proposalId, hash } = lived.state.proposals[0]!;
    lived.act('2026-03-09', people.platform, 'acceptProposal', { proposalId, contentHash: hash });
    expect(lived.state.stage).toBe('EXECUTING');
    const termId = lived.state.terms[0]!.id;
    lived.act('2026-03-10', people.handler, 'recordMovement', { termId, amount });
    expect(lived.state).toMatchObject({ stage: 'RESOLVED', outcome: 'SETTLED' });
  });
});

describe('what another party, or the mediator, has offered', () => {
  it('is not for oneself to take back', () => {
    const lived = negotiating().propose('2026-03-04');
    const proposalId = lived.state.proposals[0]!.id;
    for (const who of [people.merchant, people.handler]) {
      expect(() => lived.act('2026-03-04', who, 'withdrawProposal', { proposalId })).toThrow(blocked('NOT_THE_AUTHOR'));
    }
    lived.act('2026-03-04', people.complainant, 'withdrawProposal', { proposalId });
    expect(lived.state.proposals).toMatchObject([{ status: 'WITHDRAWN' }]);
  });
});

it('is the same in the case rebuilt from its log', () => {
  const lived = add(filed(), '2026-03-03', { side: 'RESPONDENT', kind: 'MERCHANT', name: '快递站' });
  const partyId = lastParty(lived).id;
  add(lived, '2026-03-04', { side: 'RESPONDENT', partyId, personId: people.courier.id });
  add(lived, '2026-03-04', { side: 'COMPLAINANT', personId: people.neighbour.id });
  lived.act('2026-03-05', people.neighbour, 'withdrawCase', { reason: '不再参与' });
  const rebuilt = unfiledCase(lived.state.id);
  for (const event of lived.events) evolve(rebuilt, event);
  expect(rebuilt).toEqual(lived.state);
});
