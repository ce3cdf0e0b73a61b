import { Extensions, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { roles } from '../domain/permission.js';
import { readExperts, readHandlers, readPeople, readTeams, readViewer } from '../reads/root.js';
import { compiled } from './compiled.js';
import { enumOf } from './enums.js';
import { Node } from './node.js';

export const Role = enumOf(
  'Role',
  roles,
  'What somebody is in the system. Complainant and respondent are what one is in a case.',
);

@ObjectType({ description: 'A text that may be hidden from you in part.' })
class MaskedText {
  @Field(() => String, { description: 'What you may see: whole, or with stars for what is hidden.' })
  shown!: string;

  @Field(() => Boolean, { description: 'Whether something is hidden.' })
  isMasked!: boolean;
}

@ObjectType({ description: 'How somebody is reached and identified.' })
export class ContactData {
  @Field(() => MaskedText, { nullable: true, description: 'Masked it is `138****5678`; null while it is not known.' })
  phone!: MaskedText | null;

  @Field(() => MaskedText, {
    nullable: true,
    description: 'Masked it is `z***@example.com`; null while it is not known.',
  })
  email!: MaskedText | null;

  @Field(() => MaskedText, {
    nullable: true,
    description: 'Of an identity document; masked only its first and last character show. Null while it is not known.',
  })
  idNumber!: MaskedText | null;
}

@ObjectType({ implements: Node, description: 'Somebody who can sign in.' })
export class Person extends Node {
  @Field(() => String, { description: 'As parties and staff of a case see it.' })
  name!: string;

  @Field(() => [Role], { description: 'Roles in the system.' })
  roles!: string[];

  @Field(() => ContactData, {
    nullable: true,
    description:
      'Yours; in a case of which you are staff that of who acts for its parties, masked until you give a reason (revealPersonalData). Null for everyone else, and while none is kept.',
  })
  contact!: ContactData | null;
}

@ObjectType({ implements: Node, description: 'Handlers and supervisors who share a queue of cases.' })
export class Team extends Node {
  @Field(() => String, { description: 'The name on screen.' })
  name!: string;
}

@ObjectType({ description: 'Who is signed in.' })
export class Viewer {
  @Field(() => ID, { description: 'The id of this person.' })
  id!: string;

  @Field(() => String, { description: 'The name of this person.' })
  name!: string;

  @Field(() => [Role], { description: 'Roles as they stand now.' })
  roles!: string[];

  @Field(() => ContactData, { nullable: true, description: 'Your own, shown to you; null while none is kept.' })
  contact!: ContactData | null;

  @Field(() => [Team], { description: 'Teams this person works in, by name.' })
  teams!: Team[];

  @Field(() => String, {
    description: 'The language of this request, `zh-CN` or `en`: blockers, ledger and calendar names come in it.',
  })
  locale!: string;

  @Field(() => Int, { description: 'Your notifications that you have not read, about cases that you may still see.' })
  unreadCount!: number;
}

@Resolver()
export class PersonResolver {
  @Extensions(compiled)
  @Query(() => Viewer, { description: 'Who is signed in.' })
  viewer() {
    return readViewer();
  }

  @Extensions(compiled)
  @Query(() => [Person], {
    description: 'Handlers, by name: all for a manager, those of the own teams for everyone else.',
  })
  handlers() {
    return readHandlers();
  }

  @Extensions(compiled)
  @Query(() => [Person], {
    description: 'Experts, by name, for a supervisor who seats a panel; nobody for everyone else.',
  })
  experts() {
    return readExperts();
  }

  @Extensions(compiled)
  @Query(() => [Person], {
    description: 'Whom one can name in a case, by name: merchants and service providers; for staff everybody.',
  })
  people() {
    return readPeople();
  }

  @Extensions(compiled)
  @Query(() => [Team], { description: 'All teams, by name.' })
  teams() {
    return readTeams();
  }
}
