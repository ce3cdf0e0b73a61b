import { newEvent } from './case-event.js';
import type { Id } from './case.js';
import type { Decision } from './decision.js';
import { badInput, notFound, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';

/** How a person is reached and identified; what is not given stays, null takes it away. */
export interface ContactData {
  phone?: string | null;
  email?: string | null;
  idNumber?: string | null;
}

const shapes = {
  phone: [/^\+?\d[\d -]{4,18}\d$/, 'must be 6 to 20 digits, with spaces, hyphens and a leading + allowed'],
  email: [/^(?=.{3,254}$)[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address'],
  idNumber: [/^[\dA-Za-z]{6,32}$/, 'must be 6 to 32 letters and digits'],
} as const;

/** Refuses what cannot be a phone number, an e-mail address or the number of a document. */
export function requireContactData(path: string, given: ContactData): void {
  for (const [field, [shape, demand]] of Object.entries(shapes)) {
    const value = given[field as keyof ContactData];
    if (value !== null && value !== undefined && !shape.test(value)) throw badInput(`${path}.${field}`, demand);
  }
}

export interface RevealPersonalData {
  personId: Id;
  reason: string;
}

/** Puts on record, for staff, who looks at the contact data of whom and why; the data itself is in no event. */
export const revealPersonalData: Decision<RevealPersonalData> = (state, { personId, reason }, deciding) => {
  if (!state.parties.some(({ memberIds }) => memberIds.includes(personId))) throw notFound('input.personId');
  // A supervisor’s reason is kept already: every act in the handler’s place has one.
  const given = deciding.actor.reason ?? deciding.text(requireText('input.reason', reason));
  return [newEvent('PersonalDataRevealed', { personId, reason: given }, { audience: 'STAFF' })];
};

export const contactDataEvolution: Evolution = {
  PersonalDataRevealed() {
    // Who may read what is read off the log.
  },
};
