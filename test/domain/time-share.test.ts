import { unfiledCase, type CaseState } from '@accord/server/domain/case';
import type { Clock } from '@accord/server/domain/clock';
import { readClock } from '@accord/server/domain/clock';
import { foldOf } from '@accord/server/domain/evolve';
import { timeShares, type Holding } from '@accord/server/domain/time-share';
import { waitingOn, waitingOnChoices } from '@accord/server/domain/waiting-on';
import { buildWorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawDays, rawIndex } from '../support/day-by-day.js';
import { life, people } from '../support/life.js';

const calendar = buildWorkingCalendar(statutoryCalendar());

const sharesOf = ({ clocks, holdings }: CaseState, on: string) => timeShares(clocks, holdings, on, () => calendar);

describe('who held a case, for how many working days', () => {
  it('16 is whoever held it when the day began: platform 1 + 2, complainant 3, respondent 3, nine in all', () => {
    const lived = life().file('2026-04-30T09:00').accept('2026-04-30T10:00').investigate('2026-05-06T09:00');
    // Labour Day is off through 5 May; Saturday the 9th is worked.
    const request = lived.ask('2026-05-06T09:30');
    lived.answer('2026-05-09T11:00', request);
    lived.conclude('2026-05-12T09:00').propose('2026-05-12T10:00', 'RESEND_GOODS').agree('2026-05-14T10:00');
    lived.carryOut('2026-05-15T16:00');
    expect(lived.state.stage).toBe('RESOLVED');
    expect(sharesOf(lived.state, '2026-06-30')).toEqual([
      { holder: 'PLATFORM', workingDays: 3 },
      { holder: 'COMPLAINANT', workingDays: 3 },
      { holder: 'RESPONDENT', workingDays: 3 },
    ]);
    expect(lived.clock('OVERALL', '2026-06-30')).toMatchObject({ elapsed: 9, verdict: 'FASTER' });
    expect(foldOf(lived.state.id, lived.events).holdings).toEqual(lived.state.holdings);
  });

  it('reads a running case through today', () => {
    const lived = life().file('2026-04-30T09:00').accept('2026-04-30').investigate('2026-05-06');
    lived.ask('2026-05-06');
    expect(sharesOf(lived.state, '2026-04-30')).toEqual([]);
    expect(sharesOf(lived.state, '2026-05-08')).toEqual([
      { holder: 'PLATFORM', workingDays: 1 },
      { holder: 'COMPLAINANT', workingDays: 2 },
    ]);
  });

  it('is for a part settled who was asked first: what was agreed is owed since it was, not since it was offered', () => {
    const on = '2026-03-02';
    const lived = life().file(on).accept(on).investigate(on).conclude(on);
    const [buyer, seller] = lived.state.parties.map(({ id }) => id);
    const terms = [{ kind: 'APOLOGY' as const, obligorId: seller!, beneficiaryId: buyer! }];
    lived.act('2026-03-03', people.merchant, 'makeProposal', { terms, settlesPart: true });
    lived.ask('2026-03-04');
    const { id: proposalId, hash: contentHash } = lived.state.proposals[0]!;
    lived.act('2026-03-05', people.complainant, 'acceptProposal', { proposalId, contentHash });
    expect(waitingOn(lived.state)).toBe('COMPLAINANT');
  });

  it('leaves out the days on which the case stood still', () => {
    // Resolved on Monday 2 March, reopened on Friday the 6th: those four days are nobody's.
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    lived.propose('2026-03-02').agree('2026-03-02').carryOut('2026-03-02');
    lived.act('2026-03-06', people.supervisor, 'reopenCase', { ground: 'NEW_EVIDENCE', reason: '有新证据' });
    expect(sharesOf(lived.state, '2026-03-10')).toEqual([{ holder: 'PLATFORM', workingDays: 2 }]);
    expect(lived.clock('OVERALL', '2026-03-10')).toMatchObject({ elapsed: 2 });
  });

  it('sums to the elapsed days exactly, over random turns, stops, cycles and days of grace', () => {
    const day = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: rawDays.length - 1_000 }),
        fc.array(fc.tuple(day, fc.constantFrom(...waitingOnChoices)), { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (start, turns, spans, graceWorkingDays, isOpen) => {
          let at = start;
          const dateAt = (index: number) => rawDays[index]!.date;
          const run = spans.map(([gap, length], index) => {
            const fromOn = dateAt(index === 0 ? at : (at += gap));
            const toOn = dateAt((at += length));
            return { fromOn, toOn: isOpen && index === spans.length - 1 ? null : toOn };
          });
          const through = dateAt(at);
          let turn = start;
          const holdings = turns.map(([gap, holder], index): Holding => {
            turn += index === 0 ? 0 : gap + 1;
            return { holder, fromOn: dateAt(turn) };
          });
          const clock = {
            kind: 'OVERALL',
            state: 'RUNNING',
            band: { min: 1, max: 5 },
            spans: run,
            pauses: [],
            pauseCap: 0,
            graceWorkingDays,
          };
          // Grace is what follows the maximum, in the working days in which the clock ran.
          const ran = run.flatMap(({ fromOn, toOn }) =>
            rawDays
              .slice(rawIndex.get(fromOn)! + 1, rawIndex.get(toOn ?? through)! + 1)
              .filter((each) => each.isWorkingDay),
          );
          const graced = ran.slice(5, 5 + graceWorkingDays).map(({ date }) => date);
          const isWhole = run.length === 1;
          fc.pre(graceWorkingDays === 0 || (isWhole && graced.length === graceWorkingDays));
          const computedDueOn = ran[4]?.date ?? through;
          const full = { ...clock, computedDueOn, dueOn: graced.at(-1) ?? computedDueOn } as unknown as Clock;
          const shares = timeShares([full], holdings, through, () => calendar);
          const sum = shares.reduce((total, { workingDays }) => total + workingDays, 0);
          expect(sum).toBe(ran.length - graced.length);
          // Day by day: whoever held it last before the day began.
          for (const { holder, workingDays } of shares) {
            const own = ran.filter(({ date }) => {
              const held = holdings.findLast(({ fromOn }) => fromOn < date) ?? holdings[0]!;
              return held.holder === holder && !graced.includes(date);
            });
            expect(workingDays, holder).toBe(own.length);
          }
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('is kept as the case is waited for, at every step of a life', () => {
    const lived = life().file('2026-04-30T09:00');
    const steps: (() => unknown)[] = [
      () => lived.accept('2026-05-06'),
      () => lived.investigate('2026-05-06'),
      () => lived.answer('2026-05-11', lived.ask('2026-05-07')),
      () => lived.conclude('2026-05-12'),
      () => lived.propose('2026-05-13').agree('2026-05-14'),
    ];
    for (const step of steps) {
      step();
      expect(lived.state.holdings.at(-1)!.holder).toBe(waitingOn(lived.state));
    }
    expect(unfiledCase('x').holdings).toEqual([]);
    expect(
      readClock(
        calendar,
        lived.state.clocks.find(({ kind }) => kind === 'OVERALL')!,
        '2026-05-15',
      ).elapsed,
    ).toBe(sharesOf(lived.state, '2026-05-15').reduce((sum, { workingDays }) => sum + workingDays, 0));
  });
});
