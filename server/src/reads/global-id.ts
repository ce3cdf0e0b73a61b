import { notFound } from '../domain/domain-error.js';
import type { Id } from '../domain/case.js';

/** What a global id begins with, for everything that has one; the rest is a UUID. */
export const idTypes = [
  'case',
  'person',
  'team',
  'party',
  'clarification',
  'investigation',
  'step',
  'finding',
  'evidence',
  'request',
  'upload',
  'round',
  'meeting',
  'message',
  'note',
  'proposal',
  'term',
  'movement',
  'route',
  'measure',
  'event',
  'objection',
  'seat',
  'review',
  'notification',
  'view',
] as const;
export type IdType = (typeof idTypes)[number];

export function globalIdOf(type: IdType, id: Id): string {
  return `${type}_${id}`;
}

/** Takes a global id apart; null when it is none. */
export function parseGlobalId(text: string): { type: IdType; id: Id } | null {
  const [, type, id] = /^([a-z]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  const known = idTypes.find((each) => each === type);
  return known && id ? { type: known, id } : null;
}

/** The UUID in a global id of this type, or of one of these; anything else names nothing and is NOT_FOUND at the path. */
export function decodeId(type: IdType | readonly IdType[], text: string, path: string): Id {
  const parsed = parseGlobalId(text);
  if (!parsed || ![type].flat().includes(parsed.type)) throw notFound(path);
  return parsed.id;
}
