import { unfiledCase } from '@accord/server/domain/case';
import { evolve } from '@accord/server/domain/evolve';
import type { ReclassifyCase } from '@accord/server/domain/acceptance';
import type { SubmitCase } from '@accord/server/domain/filing';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked } from '../support/refusal.js';

type Life = ReturnType<typeof life>;
const filed = (input: Partial<SubmitCase> = {}) => life().file('2026-03-02', input).accept('2026-03-02');
const reclassify = (lived: Life, input: Omit<ReclassifyCase, 'explanation'>, time = '2026-03-03') =>
  lived.act(time, people.handler, 'reclassifyCase', { ...input, explanation: '重新认定' });
const service = { type: 'SERVICE_COMPLAINT', caseReason: 'POOR_SERVICE' } as const;
const trade = { type: 'TRADE_DISPUTE', caseReason: 'POOR_QUALITY' } as const;
const respondents = ({ state }: Life) =>
  state.parties
    .filter(({ side, leftAt }) => side === 'RESPONDENT' && leftAt === null)
    .map(({ kind, memberIds }) => ({ kind, memberIds }));
const platform = { kind: 'PLATFORM', memberIds: ['platform'] };
const merchant = { kind: 'MERCHANT', memberIds: ['merchant'] };
const nobody = { kind: 'MERCHANT', memberIds: [] };

describe('who answers a case that is reclassified', () => {
  it.each([
    ['REPAYMENT', { type: 'REPAYMENT', caseReason: 'CANNOT_REPAY_ON_TIME' }],
    ['SERVICE_COMPLAINT', service],
    ['ACCOUNT_STOLEN', { type: 'RIGHTS_PROTECTION', caseReason: 'ACCOUNT_STOLEN' }],
  ] as const)('is the platform for %s, in the place of a merchant whom nobody found', (_type, input) => {
    expect(respondents(reclassify(filed({ respondentIds: [] }), input))).toEqual([platform]);
  });

  it('is the platform beside a merchant who was found', () => {
    expect(respondents(reclassify(filed(), service))).toEqual([merchant, platform]);
  });

  it('stays who it is within what the same side answers', () => {
    expect(respondents(reclassify(filed(), { type: 'RIGHTS_PROTECTION', caseReason: 'FAKE_TRANSACTION' }))).toEqual([
      merchant,
    ]);
    const repayment = { type: 'REPAYMENT', caseReason: 'CANNOT_REPAY_ON_TIME' } as const;
    const lived = filed({ type: 'SERVICE_COMPLAINT', reason: 'POOR_SERVICE', respondentIds: [] });
    expect(respondents(reclassify(lived, repayment))).toEqual([platform]);
  });

  it('is a merchant still to be found, where the platform answers no longer; it comes back with the type', () => {
    const lived = filed({ type: 'SERVICE_COMPLAINT', reason: 'POOR_SERVICE', respondentIds: [] });
    expect(respondents(reclassify(lived, trade))).toEqual([nobody]);
    expect(respondents(reclassify(lived, service, '2026-03-04'))).toEqual([platform]);
    expect(respondents(reclassify(lived, trade, '2026-03-05'))).toEqual([nobody]);
    expect(lived.state.parties).toHaveLength(3);
    const rebuilt = unfiledCase(lived.state.id);
    for (const event of lived.events) evolve(rebuilt, event);
    expect(rebuilt).toEqual(lived.state);
  });

  it('is the platform that was a third party, as one party', () => {
    const lived = filed({ respondentIds: [] });
    lived.act('2026-03-03', people.handler, 'addParty', { side: 'THIRD_PARTY', kind: 'PLATFORM' });
    expect(respondents(reclassify(lived, service))).toEqual([platform]);
    expect(lived.state.parties.filter(({ kind }) => kind === 'PLATFORM')).toHaveLength(1);
  });

  it('stays the platform where a term binds it', () => {
    const lived = filed({ type: 'SERVICE_COMPLAINT', reason: 'POOR_SERVICE', respondentIds: [] });
    lived.investigate('2026-03-02').conclude('2026-03-03');
    const [complainant, answering] = lived.state.parties.map(({ id }) => id);
    const terms = [{ kind: 'APOLOGY' as const, obligorId: answering!, beneficiaryId: complainant! }];
    lived.act('2026-03-03', people.complainant, 'makeProposal', { terms, settlesPart: true });
    const { id: proposalId, hash } = lived.state.proposals[0]!;
    lived.act('2026-03-03', people.platform, 'acceptProposal', { proposalId, contentHash: hash });
    expect(respondents(reclassify(lived, trade, '2026-03-04'))).toEqual([platform, nobody]);
  });

  it('is never represented by somebody who handles the case, nor handled by who represents it', () => {
    const handler = { ...people.handler, partyKind: 'PLATFORM' as const };
    const lived = filed({ respondentIds: [] });
    const platformPersonIds = [handler.id, people.platform.id];
    lived.actKnowing(
      '2026-03-03',
      [handler],
      handler,
      'reclassifyCase',
      { ...service, explanation: '重新认定' },
      {
        platformPersonIds,
      },
    );
    expect(respondents(lived)).toEqual([platform]);
    const representing = { ...people.platform, roles: ['HANDLER'] as const, teamIds: ['team'] };
    const assign = () =>
      lived.actKnowing('2026-03-04', [representing], people.supervisor, 'assignCase', { handlerId: representing.id });
    expect(assign).toThrow(blocked('HANDLER_IS_PARTY'));
  });
});
