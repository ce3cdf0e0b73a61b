import { z } from 'zod';
import { caseReasons, caseTracks, caseTypes, channels, products, reasonsOfType } from '../domain/classification.js';
import type { CaseReason, CaseType } from '../domain/classification.js';
import { trackOf } from '../domain/filing.js';
import type { ActivityMap, ForeignOrigin } from '../domain/foreign-log.js';
import { isTimeFormat } from '../domain/foreign-time.js';
import type { TimeNotation } from '../domain/foreign-time.js';

/** How to read a foreign event log: where it comes from, what its columns are, and what its activities mean. */
export interface ImportMap {
  origin: ForeignOrigin;
  columns: { case: string; activity: string; time: string; person: string | null };
  time: TimeNotation;
  activities: ActivityMap;
}

/** An import that cannot begin: its map, its columns or its file; the message says what is wrong, a line each. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

const column = z.string('must name a column').min(1, 'must name a column');
const oneOf = <const T extends string>(choices: readonly T[]) =>
  z.enum(choices, `must be one of ${choices.join(', ')}`);
const activityList = z.array(
  z.string('must name an activity').min(1, 'must name an activity'),
  'must be a list of activities',
);
const activities = activityList.default([]);

const shape = z.strictObject({
  description: z.union([z.string(), z.array(z.string())]).optional(),
  source: z
    .string('must name the log')
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,63}$/u, 'must be 1 to 64 letters, digits, spaces, . _ or -'),
  columns: z.strictObject({ case: column, activity: column, time: column, person: column.optional() }),
  time: z
    .strictObject({
      format: z.string().refine(isTimeFormat, 'must have YYYY, M or MM, and D or DD, each once').optional(),
      zone: z.string().refine(isZone, 'must be an IANA zone such as Europe/Rome').optional(),
    })
    .default({}),
  constants: z.strictObject({
    type: oneOf(caseTypes),
    reason: oneOf(caseReasons),
    track: oneOf(caseTracks).optional(),
    channel: oneOf(channels),
    product: oneOf(products),
  }),
  activities: z.strictObject({
    file: activities,
    answer: activities,
    pause: activities,
    resume: z.union([z.literal('next'), activityList], 'must be a list of activities, or "next"').default([]),
    resolve: activityList.min(1, 'must name at least one activity'),
  }),
});

/** Reads a map; an ImportError lists everything that is wrong with it. */
export function readImportMap(json: unknown): ImportMap {
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    throw new ImportError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the map'}: ${message}`).join('\n'),
    );
  }
  const { source, columns, time, constants, activities: meanings } = parsed.data;
  const problems = [
    ...reasonProblems(constants),
    ...ambiguousActivities(meanings),
    ...waitProblems(meanings),
    ...timeProblems(time),
  ];
  if (problems.length > 0) throw new ImportError(problems.join('\n'));
  return {
    origin: { source, ...constants, track: constants.track ?? trackOf(constants.type) },
    columns: { ...columns, person: columns.person ?? null },
    time,
    activities: meanings,
  };
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function reasonProblems({ type, reason }: { type: CaseType; reason: CaseReason }): string[] {
  const fitting: readonly CaseReason[] = reasonsOfType[type];
  return fitting.includes(reason)
    ? []
    : [`constants.reason: must be one of ${fitting.join(', ')} for the type ${type}`];
}

/** A row does one thing, so an activity stands in one list; only filing can go with another meaning. */
function ambiguousActivities({ answer, pause, resume, resolve }: ActivityMap): string[] {
  const all = [answer, pause, resume === 'next' ? [] : resume, resolve].flatMap((list) => [...new Set(list)]);
  const twice = all.filter((activity, index) => all.indexOf(activity) !== index);
  return twice.map((activity) => `activities: ${JSON.stringify(activity)} stands in more than one list`);
}

function waitProblems({ pause, resume }: ActivityMap): string[] {
  if (pause.length > 0 && resume.length === 0)
    return ['activities.resume: must say what ends a pause: activities, or "next"'];
  return [];
}

function timeProblems({ format, zone }: TimeNotation): string[] {
  return format !== undefined && zone === undefined
    ? ['time.zone: must be given with a format, which has no offset']
    : [];
}
