import type { Refused } from './abuse.ts';
import { median, type Measured } from './measure.ts';

const columns = (cells: readonly (readonly [text: string, width: number])[]) =>
  cells.map(([text, width]) => (width < 0 ? text.padEnd(-width) : text.padStart(width))).join(' ');

export const measuredTitle = columns([
  ['', -35],
  ['conns', 5],
  ['accord/s', 9],
  ['limit/s', 9],
  ['ratio', 6],
  ['spread', 12],
  ['CPU ms', 8],
  ['limit', 8],
  ['goal', 5],
]);

/** Ratio of the medians of rounds, their spread, and the CPU of each server a request. */
export function measuredLine({ name, connections, goal, accord, limit, ratios }: Measured): string {
  const ratio = median(ratios);
  return columns([
    [name, -35],
    [String(connections), 5],
    [accord.perSecond.toFixed(0), 9],
    [limit.perSecond.toFixed(0), 9],
    [ratio.toFixed(2), 6],
    [`${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)}`, 12],
    [accord.cpuMsPerRequest.toFixed(2), 8],
    [limit.cpuMsPerRequest.toFixed(2), 8],
    [goal.toFixed(2), 5],
    [ratio >= goal ? 'reached' : 'not reached', -11],
  ]);
}

export const refusedTitle = columns([
  ['\nrefused', -36],
  ['code', -26],
  ['ms', 7],
  ['CPU ms', 8],
  ['others keep', 12],
]);

/** How long a refusal takes, and what ordinary requests keep of their rate beside ten of it a second. */
export function refusedLine({ name, code, milliseconds, cpuMs, shareOfOthers }: Refused): string {
  return columns([
    [name, -35],
    [code, -26],
    [milliseconds.toFixed(1), 7],
    [cpuMs.toFixed(2), 8],
    [`${(shareOfOthers * 100).toFixed(0)} %`, 12],
  ]);
}
