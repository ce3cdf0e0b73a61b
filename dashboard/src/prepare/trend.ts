import type { TrendPanelFragment } from '../api/generated/graphql.js';
import type { Bucket } from '../filters/choice.js';
import { bucketText, nextBucketStart } from './date.js';

/**
 * One bucket. Percentiles stand in `p50`/`p90` where enough of the bucket has ended, in the `…Open` twin where it has
 * not; the neighbours of an open bucket stand in both, so the dashed line reaches them. Null breaks the line.
 */
export interface TrendBucketDrawing {
  bucketStart: string;
  label: string;
  isPartial: boolean;
  isOpen: boolean;
  isSmall: boolean;
  /** Null where the answer has no such bucket. */
  figures: TrendPanelFragment | null;
  whole: number;
  partial: number;
  p50: number | null;
  p90: number | null;
  p50Open: number | null;
  p90Open: number | null;
}

const endedEnough = 0.95;

/** Draws every bucket from the first to the last; one the answer leaves out is a gap in the lines, never a zero. */
export function prepareTrend(
  points: readonly TrendPanelFragment[],
  bucket: Bucket,
  language: string,
): TrendBucketDrawing[] {
  const dense = withGaps(points, bucket);
  const isOpen = (index: number) => (dense[index]?.figures?.endedShare ?? 1) < endedEnough;
  return dense.map(({ bucketStart, figures }, index) => {
    const open = isOpen(index);
    const touchesOpen = open || isOpen(index - 1) || isOpen(index + 1);
    const p50 = figures?.p50 ?? null;
    const p90 = figures?.p90 ?? null;
    const count = figures?.count ?? 0;
    const isPartial = figures?.isPartial ?? false;
    return {
      bucketStart,
      label: bucketText(bucketStart, bucket, language),
      isPartial,
      isOpen: open,
      isSmall: figures?.isSmall ?? false,
      figures,
      whole: isPartial ? 0 : count,
      partial: isPartial ? count : 0,
      p50: open ? null : p50,
      p90: open ? null : p90,
      p50Open: touchesOpen ? p50 : null,
      p90Open: touchesOpen ? p90 : null,
    };
  });
}

function withGaps(
  points: readonly TrendPanelFragment[],
  bucket: Bucket,
): { bucketStart: string; figures: TrendPanelFragment | null }[] {
  const byStart = new Map(points.map((point) => [point.bucketStart, point]));
  const starts = [...byStart.keys()].toSorted();
  const last = starts.at(-1);
  const dense = [];
  for (
    let start = starts[0];
    start !== undefined && last !== undefined && start <= last;
    start = nextBucketStart(start, bucket)
  ) {
    dense.push({ bucketStart: start, figures: byStart.get(start) ?? null });
  }
  return dense;
}

/** Round marks for the axis of working days, from 0 to beyond the highest percentile and the band. */
export function dayTicks(points: readonly TrendPanelFragment[], highest: number): number[] {
  const top = Math.max(highest, ...points.map((point) => Math.max(point.p50 ?? 0, point.p90 ?? 0)));
  const step = [1, 2, 5, 10, 20, 50].find((size) => top / size <= 6) ?? 100;
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step);
}
