import type { CaseState } from '@accord/server/domain/case';
import { addDays } from '@accord/server/domain/working-calendar';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';

const { complainant, merchant, handler } = people;
type Life = ReturnType<typeof life>;
const negotiating = () =>
  life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-03');

/** Everything the fold tells of a case but when the log was written. */
function told({ chains: _chains, lastEventAt: _last, updatedAt: _updated, deadlines, ...state }: CaseState) {
  return {
    ...state,
    deadlines: deadlines.map(({ actedAt, ...deadline }) => ({ ...deadline, acted: actedAt !== null })),
  };
}

const lives: [string, () => Life, (state: CaseState) => object, object][] = [
  [
    'a report that nobody contests, which resolves the case, and the window that closes it',
    () => {
      const lived = negotiating().propose('2026-03-04').agree('2026-03-04');
      return lived.act('2026-03-05', merchant, 'fulfilTerm', { termId: lived.state.terms[0]!.id });
    },
    ({ stage, resolvedAt, terms, clocks }) => ({
      stage,
      resolvedAt,
      fulfilledAt: terms[0]!.fulfilledAt,
      stoppedAt: clocks.find(({ kind }) => kind === 'OVERALL')!.stoppedAt,
    }),
    // Five working days after Thursday the 5th: the end of Thursday the 12th in Shanghai.
    {
      stage: 'CLOSED',
      resolvedAt: '2026-03-12T15:59:59.999Z',
      fulfilledAt: '2026-03-12T15:59:59.999Z',
      stoppedAt: '2026-03-12T15:59:59.999Z',
    },
  ],
  [
    'an impasse that nobody takes further',
    () => negotiating().act('2026-03-04', handler, 'declareImpasse', { reason: '分歧过大' }),
    ({ stage, outcome, windowEndsOn }) => ({ stage, outcome, windowEndsOn }),
    { stage: 'UNRESOLVED', outcome: 'NOT_SETTLED', windowEndsOn: '2026-04-01' },
  ],
  [
    'evidence that is not handed in, which ends the case',
    () => {
      const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02');
      return lived.act('2026-03-03', handler, 'requestEvidence', {
        fromPartyId: lived.state.parties[0]!.id,
        types: ['CHAT_RECORD'],
        isMandatory: true,
        onLapse: 'DEEMED_WITHDRAWN',
      });
    },
    ({ stage, evidenceRequests }) => ({ stage, closedAt: evidenceRequests[0]!.closedAt }),
    { stage: 'WITHDRAWN', closedAt: '2026-03-10T15:59:59.999Z' },
  ],
  [
    'mandatory evidence that pauses the clock up to its cap, and a proposal that expires',
    () => {
      const lived = negotiating();
      lived.propose('2026-03-04').ask('2026-03-04');
      return lived;
    },
    ({ proposals, clocks }) => ({ proposal: proposals[0]!.status, clock: clocks.at(-1)!.state }),
    { proposal: 'LAPSED', clock: 'RUNNING' },
  ],
  [
    'a question before acceptance that nobody answers',
    () =>
      life()
        .file('2026-03-02')
        .act('2026-03-03', handler, 'requestClarification', { question: '请补充订单号', onLapse: 'PROCEED_WITHOUT' }),
    ({ clocks }) => ({ startedAt: clocks.at(-1)!.startedAt }),
    { startedAt: '2026-03-10T15:59:59.999Z' },
  ],
];

describe('a downtime over deadlines', () => {
  it.each(lives)('changes nothing of %s', (_what, live, part, expected) => {
    const [kept, down] = [live(), live()];
    // One platform looks every night just after midnight, the other comes back after weeks.
    for (let day = '2026-03-03'; day <= '2026-04-20'; day = addDays(day, 1)) kept.sweep(`${day}T00:00`);
    down.sweep('2026-04-20T09:30');
    expect(part(down.state)).toEqual(expected);
    expect(told(down.state)).toEqual(told(kept.state));
    expect(down.events.map(({ type, effectiveOn, clocks }) => ({ type, effectiveOn, clocks }))).toEqual(
      kept.events.map(({ type, effectiveOn, clocks }) => ({ type, effectiveOn, clocks })),
    );
    expect(kept.events.length).toBeGreaterThan(live().events.length);
  });

  it('changes nothing of what is done after it', () => {
    const [kept, down] = [negotiating(), negotiating()];
    for (const lived of [kept, down]) lived.propose('2026-03-04').ask('2026-03-04');
    for (let day = '2026-03-05'; day <= '2026-04-07'; day = addDays(day, 1)) kept.sweep(`${day}T00:00`);
    for (const lived of [kept, down]) {
      lived.sweep('2026-04-07T09:30').propose('2026-04-07T10:00').agree('2026-04-07T11:00');
      lived.act('2026-04-08', complainant, 'confirmTerm', { termId: lived.state.terms[0]!.id });
    }
    expect(told(down.state)).toEqual(told(kept.state));
    expect(down.state.resolvedAt).toBe('2026-04-08T04:00:00.000Z');
  });
});
