import type { Instant } from './case.js';

/** How a foreign log writes its times. */
export interface TimeNotation {
  /** Built of YYYY MM M DD D HH H mm m ss s; everything else stands for itself. Absent, times are ISO 8601. */
  format?: string | undefined;
  /** IANA zone of times that name no offset. */
  zone?: string | undefined;
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

const patternOfToken: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
};

/** Answers a reader of times: the instant, to the millisecond, or null for what is no time in this notation or did not exist in the zone. */
export function timeReader({ format, zone }: TimeNotation): (text: string) => Instant | null {
  const pattern = format === undefined ? null : patternOf(format);
  return (text) => {
    const parts = pattern ? partsOfPattern(pattern.exec(text.trim())) : partsOfIso(iso.exec(text.trim()));
    if (!parts) return null;
    const wall = wallTime(parts.numbers);
    if (wall === null) return null;
    if (parts.offsetMs !== null) return new Date(wall - parts.offsetMs).toISOString();
    return zone === undefined ? null : instantIn(zone, wall);
  };
}

/** Tells whether a format can be read: each of year, month and day once, no part twice. */
export function isTimeFormat(format: string): boolean {
  const tokens = format.match(/YYYY|MM?|DD?|HH?|mm?|ss?/g) ?? [];
  const parts = tokens.map((token) => /<(\w+)>/.exec(patternOfToken[token]!)![1]);
  return new Set(parts).size === parts.length && ['year', 'month', 'day'].every((part) => parts.includes(part));
}

interface Parts {
  /** Year, month, day, hour, minute, second, millisecond. */
  numbers: number[];
  offsetMs: number | null;
}

function patternOf(format: string): RegExp {
  const escaped = format.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/YYYY|MM?|DD?|HH?|mm?|ss?/g, (token) => patternOfToken[token]!)}$`);
}

function partsOfPattern(match: RegExpExecArray | null): Parts | null {
  if (!match) return null;
  const { year, month, day, hour = '0', minute = '0', second = '0' } = match.groups!;
  return { numbers: [year, month, day, hour, minute, second, '0'].map(Number), offsetMs: null };
}

function partsOfIso(match: RegExpExecArray | null): Parts | null {
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
  const millisecond = fraction.padEnd(3, '0').slice(0, 3);
  const offsetMs = offset === undefined ? null : offsetOf(offset);
  if (Number.isNaN(offsetMs)) return null;
  return { numbers: [year, month, day, hour, minute, second, millisecond].map(Number), offsetMs };
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  return hours > 18 || minutes > 59 ? Number.NaN : (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The wall clock as milliseconds of UTC; null for a 30 February or a minute 60. */
function wallTime([year, month, day, hour, minute, second, millisecond]: number[]): number | null {
  const wall = Date.UTC(year!, month! - 1, day, hour, minute, second, millisecond);
  const back = new Date(wall);
  const isSame =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month! - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return isSame ? wall : null;
}

/** The instant at which clocks in the zone showed this; the earlier of two, null where they were put forward over it. */
function instantIn(zone: string, wall: number): Instant | null {
  const day = 86_400_000;
  const offsets = [wall - day, wall + day].map((near) => zoneOffset(zone, near));
  const instants = offsets
    .map((offset) => wall - offset)
    .filter((instant) => instant + zoneOffset(zone, instant) === wall);
  return instants.length === 0 ? null : new Date(Math.min(...instants)).toISOString();
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneOffset(zone: string, instant: number): number {
  let format = zoneFormats.get(zone);
  if (!format)
    zoneFormats.set(
      zone,
      (format = new Intl.DateTimeFormat('en-GB', {
        timeZone: zone,
        hourCycle: 'h23',
        dateStyle: 'short',
        timeStyle: 'medium',
      })),
    );
  const [day, month, year, hour, minute, second] = format.format(instant).match(/\d+/g)!.map(Number);
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
