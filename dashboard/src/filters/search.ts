import type { BreakdownDimension, CaseTrack, CaseType, ClockKind, Cohort } from '../api/generated/graphql.js';
import { isDate } from '../prepare/date.js';
import {
  buckets,
  caseTracks,
  caseTypes,
  clockKinds,
  dimensions,
  languages,
  periods,
  schemes,
  type Bucket,
  type Language,
  type Period,
  type Scheme,
} from './choice.js';

/** What the address says; what is absent stands at its default. */
export interface Search {
  cohort?: Cohort;
  period?: Period;
  from?: string;
  to?: string;
  types?: CaseType[];
  tracks?: CaseTrack[];
  source?: string;
  clock?: ClockKind;
  bucket?: Bucket;
  by?: BreakdownDimension;
  lang?: Language;
  theme?: Scheme;
}

export const defaults = { cohort: 'CLOSED', clock: 'OVERALL', bucket: 'MONTH', by: 'TYPE' } as const;

/** Reads an address, keeping what is valid; anything else, and every default, is undefined and so leaves the address. */
export function readSearch(raw: Record<string, unknown>): Search {
  const from = isDate(raw.from) ? raw.from : undefined;
  const to = isDate(raw.to) ? raw.to : undefined;
  const isReversed = from !== undefined && to !== undefined && from > to;
  const hasRange = !isReversed && (from !== undefined || to !== undefined);
  return {
    cohort: optional(one(raw.cohort, ['OPENED', 'CLOSED'] as const), defaults.cohort),
    period: hasRange ? undefined : one(raw.period, periods),
    from: isReversed ? undefined : from,
    to: isReversed ? undefined : to,
    types: many(raw.types, caseTypes),
    tracks: many(raw.tracks, caseTracks),
    source: typeof raw.source === 'string' && raw.source !== '' ? raw.source : undefined,
    clock: optional(one(raw.clock, clockKinds), defaults.clock),
    bucket: optional(one(raw.bucket, buckets), defaults.bucket),
    by: optional(one(raw.by, dimensions), defaults.by),
    lang: one(raw.lang, languages),
    theme: one(raw.theme, schemes),
  };
}

/** The query string as a flat record; a repeated name keeps its last value. */
export function parseSearch(text: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The query string of a search, lists joined by commas, with its question mark; empty when nothing is set. */
export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value != null)
    .map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(pairs).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

function one<Value extends string>(value: unknown, values: readonly Value[]): Value | undefined {
  return values.find((known) => known === value);
}

function many<Value extends string>(value: unknown, values: readonly Value[]): Value[] | undefined {
  const asked = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const known = values.filter((one) => asked.includes(one));
  return known.length === 0 ? undefined : known;
}

function optional<Value>(value: Value | undefined, standard: Value): Value | undefined {
  return value === standard ? undefined : value;
}
