import { contentHash } from '@accord/server/domain/proposal';
import type { Person } from '@accord/server/domain/permission';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { blocked, code } from '../support/refusal.js';

const { complainant, merchant, platform, handler } = people;

/** A negotiation between a buyer, a merchant and the platform, open since Friday 2025-03-07. */
function negotiating() {
  const lived = life().file('2025-03-07');
  const [buyer] = lived.state.parties;
  lived.state.parties.push({ ...buyer!, id: 'aid', side: 'THIRD_PARTY', kind: 'PLATFORM', memberIds: [platform.id] });
  lived.accept('2025-03-07').investigate('2025-03-07').conclude('2025-03-07');
  const [buyerId, sellerId] = lived.state.parties.map(({ id }) => id);
  const offer = (
    who: Person,
    obligorId = sellerId!,
    more: { parentId?: string; expiresInWorkingDays?: number } = {},
  ) => {
    const terms = [{ kind: 'APOLOGY' as const, obligorId, beneficiaryId: buyerId! }];
    lived.act('2025-03-07', who, 'makeProposal', { terms, ...more });
    return lived.state.proposals.at(-1)!;
  };
  const accept = (on: string, who: Person, { id: proposalId, hash }: { id: string; hash: string }) =>
    lived.act(on, who, 'acceptProposal', { proposalId, contentHash: hash });
  const statuses = () => lived.state.proposals.map(({ status }) => status);
  return { lived, offer, accept, statuses };
}

describe('a proposal', () => {
  it('needs the consent of exactly its obligors and beneficiaries; a mediator’s needs all of them', () => {
    const { lived, offer, accept } = negotiating();
    const advance = offer(handler, 'aid');
    expect(() => accept('2025-03-07', merchant, advance)).toThrow(blocked('CONSENT_NOT_NEEDED'));
    accept('2025-03-07', complainant, advance);
    expect(lived.state.stage).toBe('NEGOTIATING');
    accept('2025-03-07', platform, advance);
    expect(lived.state).toMatchObject({ stage: 'EXECUTING', terms: [{ obligorId: 'aid' }] });
  });

  it('can be taken back from, until the last consent is given', () => {
    const { lived, offer, accept } = negotiating();
    const made = offer(handler);
    accept('2025-03-07', complainant, made);
    expect(() => accept('2025-03-07', complainant, made)).toThrow(blocked('ALREADY_ANSWERED'));
    const decline = (who: Person) => lived.act('2025-03-07', who, 'declineProposal', { proposalId: made.id });
    decline(complainant);
    accept('2025-03-07', merchant, made);
    // Silence is never consent, and a consent taken back is none.
    expect(lived.state.stage).toBe('NEGOTIATING');
    accept('2025-03-07', complainant, made);
    expect(lived.state.stage).toBe('EXECUTING');
    expect(() => decline(complainant)).toThrow(blocked('WRONG_STAGE'));
  });

  it('is accepted by the hash of what it says: that of another text is refused and changes nothing', () => {
    const { lived, offer, accept, statuses } = negotiating();
    const read = offer(merchant);
    const changed = offer(merchant, undefined, { parentId: read.id });
    expect(statuses()).toEqual(['LAPSED', 'LIVE']);
    const before = structuredClone(lived.state);
    expect(() => accept('2025-03-07', complainant, read)).toThrow(blocked('PROPOSAL_NOT_LIVE'));
    expect(() => accept('2025-03-07', complainant, { id: changed.id, hash: read.hash })).toThrow(
      blocked('CONTENT_CHANGED'),
    );
    expect(lived.state).toEqual(before);
    // One character of one field makes another hash.
    const { roundId, terms } = changed;
    expect(contentHash(lived.state.id, roundId, terms)).toBe(changed.hash);
    for (const other of [{ dueOn: '2025-03-15' }, { obligorId: 'aid' }, { kind: 'OTHER' as const }]) {
      expect(contentHash(lived.state.id, roundId, [{ ...terms[0]!, ...other }])).not.toBe(changed.hash);
    }
    accept('2025-03-07', complainant, changed);
    expect(lived.state.stage).toBe('EXECUTING');
  });

  it('is countered as a tree: each counter-proposal lapses its parent alone', () => {
    const { offer, statuses, lived } = negotiating();
    const first = offer(complainant);
    const beside = offer(handler);
    const second = offer(merchant, undefined, { parentId: first.id });
    const third = offer(complainant, undefined, { parentId: second.id });
    expect(lived.state.proposals.map(({ parentId }) => parentId)).toEqual([null, null, first.id, second.id]);
    expect(statuses()).toEqual(['LAPSED', 'LIVE', 'LAPSED', 'LIVE']);
    expect(() => offer(merchant, undefined, { parentId: first.id })).toThrow(blocked('PROPOSAL_NOT_LIVE'));
    expect(() => offer(merchant, undefined, { parentId: 'unknown' })).toThrow(code('NOT_FOUND'));
    // An agreement lapses all that was offered beside it.
    lived.act('2025-03-07', merchant, 'acceptProposal', { proposalId: third.id, contentHash: third.hash });
    expect(statuses()).toEqual(['LAPSED', 'LAPSED', 'LAPSED', 'ACCEPTED']);
    expect(() => lived.act('2025-03-07', complainant, 'withdrawProposal', { proposalId: beside.id })).toThrow(
      blocked('WRONG_STAGE'),
    );
  });

  it('4: expires in working days; accepted on the Saturday after its last day it is too late', () => {
    const { offer, accept, statuses, lived } = negotiating();
    const made = offer(complainant, undefined, { expiresInWorkingDays: 15 });
    expect(made.expiresOn).toBe('2025-03-28');
    expect(() => accept('2025-03-29T00:00', merchant, made)).toThrow(
      code('DEADLINE_PASSED', { deadlineAt: '2025-03-28T16:00:00.000Z' }),
    );
    accept('2025-03-28T23:59', merchant, made);
    expect(statuses()).toEqual(['ACCEPTED']);
    expect(lived.state.stage).toBe('EXECUTING');
  });

  it('is withdrawn by its author alone', () => {
    const { lived, offer, statuses } = negotiating();
    const made = offer(complainant);
    const withdraw = (who: Person) => lived.act('2025-03-07', who, 'withdrawProposal', { proposalId: made.id });
    expect(() => withdraw(merchant)).toThrow(blocked('NOT_THE_AUTHOR'));
    expect(() => withdraw(handler)).toThrow(blocked('NOT_THE_AUTHOR'));
    withdraw(complainant);
    expect(statuses()).toEqual(['WITHDRAWN']);
  });
});
