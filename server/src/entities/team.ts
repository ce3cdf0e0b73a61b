import { defineEntity, p } from '@mikro-orm/postgresql';

const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    /** Types of dispute this team handles; a type nobody names goes to the first team by id. */
    caseTypes: p.array().fieldName('case_types'),
    /** QUEUE: handlers take cases. RULE: the platform gives them out. */
    assignment: p.text().default('QUEUE'),
  },
});

/** A group of handlers with its supervisors and its queue. */
export class Team extends TeamSchema.class {}
TeamSchema.setClass(Team);
