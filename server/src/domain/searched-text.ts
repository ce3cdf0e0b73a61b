import type { CaseState, Id } from './case.js';

/** Who finds a case by a text: its parties, staff and experts, or its parties and staff; they are who reads it. */
export type SearchAudience = 'REVIEWED' | 'INSIDE';

/** The texts by which a case is found: what it is about, and the names of parties that nobody acts for. */
export function searchedTexts({ description, requestedRemedy, parties }: CaseState): ReadonlyMap<Id, SearchAudience> {
  const reviewed = [description, requestedRemedy].map((text) => [text?.id, 'REVIEWED'] as const);
  const inside = parties.map(({ name }) => [name?.id, 'INSIDE'] as const);
  return new Map([...reviewed, ...inside].flatMap(([id, audience]) => (id ? [[id, audience] as const] : [])));
}
