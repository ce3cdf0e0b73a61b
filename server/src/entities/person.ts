import { defineEntity, p } from '@mikro-orm/postgresql';
import { Team } from './team.js';

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    /** Who signs the tokens of this person, and what it calls them: together they are one person. */
    issuer: p.text().default('accord-demo'),
    subject: p.text(),
    roles: p.array(),
    /** What this person is when a party of a case. */
    partyKind: p.text().fieldName('party_kind').default('PERSON'),
    locale: p.text().default('zh-CN'),
    /** Whom this person works for; who works for a party is not independent of it. */
    employer: p.text().nullable(),
    /** Last day of an absence. */
    awayThrough: p.string().columnType('date').fieldName('away_through').nullable(),
    isActive: p.boolean().fieldName('is_active').default(true),
    teams: () => p.manyToMany(Team).pivotTable('team_member').joinColumn('person_id').inverseJoinColumn('team_id'),
  },
});

/** Somebody who can sign in. */
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);
