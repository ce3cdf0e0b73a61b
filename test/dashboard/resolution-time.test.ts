import type { ResolutionTimePanelFragment } from '@accord/dashboard/api/generated/graphql';
import { prepareHistogram } from '@accord/dashboard/prepare/resolution-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Figures = ResolutionTimePanelFragment;

function figures(
  band: { min: number; max: number },
  counts: Record<number, number>,
  more: Partial<Figures> = {},
): Figures {
  const histogram = Object.entries(counts).map(([day, count]) => ({
    __typename: 'HistogramBar' as const,
    workingDays: Number(day),
    count,
    verdict:
      Number(day) < band.min ? ('FASTER' as const) : Number(day) > band.max ? ('OVER' as const) : ('WITHIN' as const),
  }));
  const count = histogram.reduce((sum, bar) => sum + bar.count, 0);
  const empty = { faster: 0, within: 0, over: 0, openCount: 0, undecidedCount: 0, isSmall: false };
  const excluded = { __typename: 'Excluded' as const, rejected: 0, withdrawn: 0, cancelled: 0, leftTrack: 0 };
  return {
    __typename: 'ResolutionTime',
    clock: 'OVERALL',
    count,
    p50: null,
    p90: null,
    onTimeRate: null,
    excluded,
    band: { __typename: 'Band', ...band },
    histogram,
    ...empty,
    ...more,
  };
}

const overall = { min: 10, max: 30 };

describe('the histogram', () => {
  it('has a bar for every day from 0, the empty ones too', () => {
    const { bars } = prepareHistogram(figures({ min: 1, max: 2 }, { 0: 3, 2: 5, 9: 1 }));
    expect(bars.map((bar) => [bar.label, bar.count])).toEqual([
      ['0', 3],
      ['1', 0],
      ['2', 5],
      ['3', 0],
      ['4', 0],
      ['5', 0],
      ['6', 0],
      ['7', 0],
      ['8+', 1],
    ]);
  });

  it('colours a bar by the verdict the answer gives it, never by its own reckoning', () => {
    const given = figures(overall, { 9: 1, 10: 1, 30: 1, 31: 1 });
    given.histogram[0]!.verdict = 'OVER';
    const { bars } = prepareHistogram(given);
    expect([bars[9], bars[10], bars[30], bars[31]]).toMatchObject([
      { OVER: 1 },
      { WITHIN: 1 },
      { WITHIN: 1 },
      { OVER: 1 },
    ]);
  });

  it('gathers a long tail in one last bar and keeps its count', () => {
    const { bars, ticks } = prepareHistogram(figures(overall, { 12: 80, 45: 2, 61: 3, 240: 1 }, { p50: 12, p90: 12 }));
    expect(bars).toHaveLength(46);
    expect(bars.at(-1)).toEqual({ day: 45, label: '45+', count: 6, OVER: 6 });
    expect(ticks).toEqual(['0', '5', '10', '15', '20', '25', '30', '35', '40', '45+']);
  });

  it('names no tail where the last day is the furthest', () => {
    const { bars } = prepareHistogram(figures(overall, { 12: 80, 45: 2 }, { p50: 12, p90: 12 }));
    expect(bars.at(-1)).toMatchObject({ label: '45', count: 2 });
  });

  it('shows P90 on the scale when it lies beyond the usual end', () => {
    const { bars, marks } = prepareHistogram(figures(overall, { 12: 80, 52: 20, 90: 1 }, { p50: 12, p90: 52 }));
    expect(bars).toHaveLength(55);
    expect(marks.find((mark) => mark.name === 'P90')).toEqual({ name: 'P90', at: 52, side: 'left' });
  });

  it('puts the band around its own days, half a day to either side', () => {
    expect(prepareHistogram(figures(overall, { 12: 1 })).band).toEqual([9.5, 30.5]);
  });

  it('draws percentiles between bars where they lie, and none where there are none', () => {
    expect(
      prepareHistogram(figures(overall, { 16: 1, 17: 1 }, { p50: 16.5, p90: 16.9 })).marks.map((mark) => mark.at),
    ).toEqual([16.5, 16.9]);
    expect(prepareHistogram(figures(overall, {})).marks).toEqual([]);
  });

  it('sums to n and splits by verdict without loss, whatever the answer', () => {
    const counts = fc.dictionary(fc.integer({ min: 0, max: 400 }).map(String), fc.integer({ min: 1, max: 500 }));
    const band = fc.constantFrom({ min: 1, max: 2 }, { min: 7, max: 15 }, overall);
    fc.assert(
      fc.property(band, counts, fc.option(fc.double({ min: 0, max: 400, noNaN: true })), (limits, days, p90) => {
        const given = figures(limits, days, { p90 });
        const { bars, scale, marks, ticks } = prepareHistogram(given);
        expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(given.count);
        for (const verdict of ['FASTER', 'WITHIN', 'OVER'] as const) {
          const expected = given.histogram
            .filter((bar) => bar.verdict === verdict)
            .reduce((sum, bar) => sum + bar.count, 0);
          expect(bars.reduce((sum, bar) => sum + (bar[verdict] ?? 0), 0)).toBe(expected);
        }
        expect(bars.length).toBeLessThanOrEqual(61);
        expect(marks.every((mark) => mark.at >= scale[0] && mark.at <= scale[1])).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
