import type { ResolutionTimePanelFragment, Verdict } from '../api/generated/graphql.js';

/** One bar: a whole working day, or the last one gathering everything from that day on. */
export type Bar = { day: number; label: string; count: number } & Partial<Record<Verdict, number>>;

/** A percentile's place on the scale of working days, and the side its name is written on. */
export interface PercentileMark {
  name: 'P50' | 'P90';
  at: number;
  side: 'left' | 'right';
}

export interface HistogramDrawing {
  bars: Bar[];
  ticks: string[];
  scale: [number, number];
  band: [number, number];
  marks: PercentileMark[];
}

const fewestBars = 8;
const mostBars = 60;

/**
 * Draws the histogram from day 0 without holes. Days far beyond band and P90 gather in one last bar ("45+"),
 * so the axis stays readable and the bars still sum to count.
 */
export function prepareHistogram(figures: ResolutionTimePanelFragment): HistogramDrawing {
  const { band, histogram, p50, p90 } = figures;
  const furthest = Math.max(band.max, ...histogram.map((bar) => bar.workingDays));
  const limit = Math.max(fewestBars, Math.ceil(band.max * 1.5), Math.min(Math.ceil(p90 ?? 0) + 2, mostBars));
  const last = Math.min(Math.max(furthest, fewestBars - 1), limit);
  const bars: Bar[] = Array.from({ length: last + 1 }, (_, day) => ({
    day,
    label: day === last && furthest > last ? `${day}+` : String(day),
    count: 0,
  }));
  for (const { workingDays, count, verdict } of histogram) {
    const bar = bars[Math.min(workingDays, last)]!;
    bar.count += count;
    bar[verdict] = (bar[verdict] ?? 0) + count;
  }
  const mark = (name: 'P50' | 'P90', value: number | null | undefined, side: 'left' | 'right'): PercentileMark[] => {
    if (value == null) return [];
    const at = Math.min(value, last);
    const isNearEdge = side === 'left' ? at < last * 0.15 : at > last * 0.85;
    return [{ name, at, side: isNearEdge ? (side === 'left' ? 'right' : 'left') : side }];
  };
  return {
    bars,
    ticks: ticksOf(bars),
    scale: [-0.5, last + 0.5],
    band: [band.min - 0.5, band.max + 0.5],
    marks: [...mark('P50', p50, 'left'), ...mark('P90', p90, 'right')],
  };
}

/** About ten round days, and the last bar's name where it gathers a tail. */
function ticksOf(bars: Bar[]): string[] {
  const last = bars.length - 1;
  const step = [1, 2, 5, 10].find((size) => last / size <= 10) ?? 20;
  const name = bars[last]!.label;
  const isTail = name.endsWith('+');
  const round = bars.flatMap((bar, day) => (day % step === 0 && (!isTail || last - day > step / 2) ? [bar.label] : []));
  return isTail ? [...round, name] : round;
}
