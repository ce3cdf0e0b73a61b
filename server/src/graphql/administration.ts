import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { assignmentModes, updatePerson, updateTeam } from '../commands/administration.js';
import type { PersonChange, TeamRecord } from '../commands/administration.js';
import { requireRole } from '../domain/permission.js';
import { globalIdOf } from '../reads/global-id.js';
import { ContactDataInput } from './contact-data.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { enumOf } from './enums.js';
import { Role, Team } from './person.js';
import { GraphQLDate } from './scalars.js';

const AssignmentMode = enumOf('AssignmentMode', assignmentModes, 'How cases of a team find their handlers.', {
  QUEUE: 'Handlers take them from the queue; an urgent one that nobody takes within the hour is given by the rule.',
  RULE: 'The platform gives them to the handler who carries least, what is not urgent in working hours.',
});

@ObjectType({ description: 'A person as administrators know them.' })
class PersonRecord {
  @Field(() => ID, { description: 'The id of the person.' })
  id!: string;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => [Role], { description: 'Roles in the system.' })
  roles!: string[];

  @Field(() => Boolean, { description: 'Whether this person can sign in.' })
  isActive!: boolean;

  @Field(() => String, { nullable: true, description: 'Whom this person works for; null when not known.' })
  employer!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Last day of an absence; null without one.' })
  awayThrough!: string | null;

  @Field(() => [Team], { description: 'Teams, by name.' })
  teams!: Team[];
}

@ObjectType({ description: 'The person as they stand now.' })
class UpdatePersonPayload {
  @Field(() => PersonRecord, { description: 'After the change.' })
  person!: PersonRecord;
}

@ObjectType({ description: 'The team as it stands now.' })
class UpdateTeamPayload {
  @Field(() => Team, { description: 'The team.' })
  team!: Team;

  @Field(() => AssignmentMode, { description: 'How its cases find their handlers.' })
  assignment!: string;
}

@InputType({ description: 'Changes what a person may do. What is not given stays.' })
class UpdatePersonInput {
  @Field(() => ID, { description: 'Whom.' })
  personId!: string;

  @Field(() => Boolean, { nullable: true, description: 'False: all rights end within five seconds.' })
  isActive?: boolean | null;

  @Field(() => [Role], { nullable: true, description: 'All roles from now on, one at least.' })
  roles?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'All teams from now on.' })
  teamIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whom this person works for, 1 to 200 characters; null takes it away. Who works for a party judges no case of it.',
  })
  employer?: string | null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day of an absence; until then nobody is given a case. Null ends the absence.',
  })
  awayThrough?: string | null;

  @Field(() => ContactDataInput, {
    nullable: true,
    description: 'How this person is reached and identified. It is not shown back: administrators do not read it.',
  })
  contact?: ContactDataInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat changes nothing and answers how it stands now; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes how a team works.' })
class UpdateTeamInput {
  @Field(() => ID, { description: 'Which team.' })
  teamId!: string;

  @Field(() => AssignmentMode, { description: 'How its cases find their handlers.' })
  assignment!: TeamRecord['assignment'];

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat changes nothing and answers how it stands now; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@Resolver()
export class AdministrationResolver {
  @Mutation(() => UpdatePersonPayload, {
    description:
      'Changes roles, teams, activity or absence of a person. Open cases of who handles them no longer go unassigned to the top of the queue; their clocks run on.',
  })
  async updatePerson(
    @Arg('input', () => UpdatePersonInput) input: UpdatePersonInput,
    @Ctx() context: Context,
  ): Promise<UpdatePersonPayload> {
    const administrator = viewerOf(context);
    requireRole('updatePerson', administrator);
    const { idempotencyKey = null, ...change } = input;
    const decoded = decodeIds(change, 'input') as PersonChange;
    const person = await updatePerson(context.services, administrator, idempotencyKey, decoded);
    const teams = person.teams.map((team) => ({ ...team, id: globalIdOf('team', team.id) }));
    return { person: { ...person, id: globalIdOf('person', person.id), teams } };
  }

  @Mutation(() => UpdateTeamPayload, {
    description: 'Says how the cases of a team find their handlers.',
  })
  async updateTeam(
    @Arg('input', () => UpdateTeamInput) input: UpdateTeamInput,
    @Ctx() context: Context,
  ): Promise<UpdateTeamPayload> {
    const administrator = viewerOf(context);
    requireRole('updateTeam', administrator);
    const { idempotencyKey = null, ...change } = input;
    const decoded = decodeIds(change, 'input') as { teamId: string; assignment: TeamRecord['assignment'] };
    const { id, name, assignment } = await updateTeam(context.services, administrator, idempotencyKey, decoded);
    return { team: { id: globalIdOf('team', id), name }, assignment };
  }
}
