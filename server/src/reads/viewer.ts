import type { Person } from '../domain/permission.js';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Who reads, and in which language; rights are those of the roles and teams at this moment. */
export interface Viewer extends Person {
  locale: Locale;
}
