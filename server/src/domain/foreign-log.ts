import { sha256 } from './canonical-json.js';
import { newEvent } from './case-event.js';
import type { AnyCaseEvent } from './case-event.js';
import type { CaseState, Id, Instant } from './case.js';
import type { CaseReason, CaseTrack, CaseType, Channel, Product } from './classification.js';
import type { Moment } from './command.js';
import type { Deciding } from './decision.js';
import { record } from './evolve.js';
import { caseNumber, urgencyOf } from './filing.js';
import type { ImportedEffect } from './imported-case.js';

/** Where a foreign log comes from and what its cases have in common. */
export interface ForeignOrigin {
  source: string;
  type: CaseType;
  reason: CaseReason;
  track: CaseTrack;
  channel: Channel;
  product: Product;
}

/** Which activities of a foreign log mean something to a case; all others are kept and mean nothing. */
export interface ActivityMap {
  /** The case begins with the first of these; without any, with its first row. */
  file: readonly string[];
  answer: readonly string[];
  pause: readonly string[];
  /** `next`: whatever row comes after a pause ends it. */
  resume: readonly string[] | 'next';
  resolve: readonly string[];
}

/** A row of a foreign log whose time is understood. */
export interface ForeignRow {
  line: number;
  at: Instant;
  activity: string;
  performer: string | null;
}

/** A row with its place in the life of the case. */
export interface ForeignStep extends ForeignRow {
  effects: ImportedEffect[];
}

/** The id of an imported case: the same for the same case of the same source, so that nothing is imported twice. */
export function importedCaseId(source: string, foreignCase: string): Id {
  const digest = sha256(JSON.stringify([source, foreignCase]));
  const variant = '89ab'[Number.parseInt(digest[16]!, 16) % 4];
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/**
 * Splits a case's rows, in the order of their times and lines, into what happens from its filing on and what came before.
 * Without a row that files it, everything came before.
 */
export function filedRows(
  rows: readonly ForeignRow[],
  { file }: ActivityMap,
): { before: ForeignRow[]; rows: ForeignRow[] } {
  const ordered = rows.toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : one.line - other.line,
  );
  const first = file.length === 0 ? 0 : ordered.findIndex(({ activity }) => file.includes(activity));
  if (first < 0) return { before: ordered, rows: [] };
  const filing = ordered[first]!;
  // What happened at the very moment of filing belongs to the case, whatever line it stands on.
  const isBefore = (row: ForeignRow) => row.at < filing.at;
  return {
    before: ordered.filter(isBefore),
    rows: [filing, ...ordered.filter((row) => row !== filing && !isBefore(row))],
  };
}

/**
 * What each row does: the first answer answers; a pause waits until a row that resumes; the last resolution is the one that counts,
 * because the log worked on after every earlier one; nothing after it does anything.
 */
export function stepsOf(rows: readonly ForeignRow[], activities: ActivityMap): ForeignStep[] {
  const last = rows.findLastIndex(({ activity }) => activities.resolve.includes(activity));
  const firstAnswer = rows.findIndex(({ activity }) => activities.answer.includes(activity));
  let isWaiting = false;
  const effectsOf = (activity: string, index: number): ImportedEffect[] => {
    if (last >= 0 && index >= last) return index === last ? ['RESOLVE'] : [];
    if (activities.pause.includes(activity)) {
      isWaiting = true;
      return ['PAUSE'];
    }
    const effects: ImportedEffect[] = index === firstAnswer ? ['ANSWER'] : [];
    if (isWaiting && (activities.resume === 'next' || activities.resume.includes(activity))) {
      isWaiting = false;
      effects.push('RESUME');
    }
    return effects;
  };
  return rows.map((row, index) => ({ ...row, effects: effectsOf(row.activity, index) }));
}

/** Records a row: the first as CaseImported, every further one as ActivityImported; `state` changes in place. */
export function performImport(
  state: CaseState,
  step: ForeignStep,
  origin: ForeignOrigin,
  moment: Moment,
): AnyCaseEvent[] {
  const deciding: Deciding = { ...moment, actor: { personId: null, role: 'INTEGRATION', partyId: null, reason: null } };
  const imported = {
    activity: moment.text(step.activity),
    performer: step.performer === null ? null : moment.text(step.performer),
    effects: step.effects,
  };
  const isFirst = state.version === 0;
  const event = isFirst
    ? newEvent('CaseImported', { ...imported, ...bornAs(origin, deciding) })
    : newEvent('ActivityImported', imported);
  return record(state, [event], deciding);
}

function bornAs({ source, type, reason, track, channel, product }: ForeignOrigin, deciding: Deciding) {
  const { today: receivedOn, newId } = deciding;
  const party = { memberIds: [], name: null };
  return {
    source,
    number: caseNumber(receivedOn, newId()),
    type,
    reason,
    track,
    urgency: urgencyOf(type),
    channel,
    product,
    description: null,
    requestedRemedy: null,
    disputedAmount: null,
    transaction: null,
    receivedOn,
    teamId: null,
    parties: [
      { ...party, id: newId(), side: 'COMPLAINANT' as const, kind: 'PERSON' as const },
      { ...party, id: newId(), side: 'RESPONDENT' as const, kind: 'PLATFORM' as const },
    ],
  };
}
