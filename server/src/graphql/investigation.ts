import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { investigationStepKinds, investigationStepStatuses, rootCauses } from '../domain/investigation.js';
import { ChangeInput, HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Evidence } from './evidence.js';
import { GraphQLDateTime } from './scalars.js';

const InvestigationStepKind = enumOf(
  'InvestigationStepKind',
  investigationStepKinds,
  'What a step of an investigation does.',
);
const InvestigationStepStatus = enumOf('InvestigationStepStatus', investigationStepStatuses, 'How a step stands.');
const RootCause = enumOf('RootCause', rootCauses, 'Whose failure it was.');

@ObjectType({ description: 'One thing to verify.' })
export class InvestigationStep {
  @Field(() => ID, { description: 'Names the step in completeInvestigationStep and waiveInvestigationStep.' })
  id!: string;

  @Field(() => InvestigationStepKind, { description: 'What it does.' })
  kind!: string;

  @Field(() => InvestigationStepStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'What was noted when it was planned.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it, or why it was waived.' })
  result!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was done or waived.' })
  doneAt!: string | null;
}

@ObjectType({ description: 'Something that was established.' })
export class Finding {
  @Field(() => ID, { description: 'Names the finding in makeProposal.' })
  id!: string;

  @Field(() => RootCause, { description: 'Whose failure it was.' })
  rootCause!: string;

  @Field(() => String, { description: 'What was established.' })
  text!: string;

  @Field(() => [Evidence], { description: 'What it rests on, as far as you may see it.' })
  evidence!: Evidence[];

  @Field(() => GraphQLDateTime, { description: 'When it was recorded.' })
  recordedAt!: string;
}

@ObjectType({ description: 'One cycle of steps and findings.' })
export class Investigation {
  @Field(() => ID, { description: 'The id of the cycle.' })
  id!: string;

  @Field(() => Int, { description: 'From 1; deepening and reopening begin the next.' })
  cycle!: number;

  @Field(() => GraphQLDateTime, { description: 'When it began.' })
  startedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was concluded; null while it runs.' })
  concludedAt!: string | null;

  @Field(() => [InvestigationStep], { description: 'In the order in which they were planned.' })
  steps!: InvestigationStep[];

  @Field(() => [Finding], { description: 'In the order in which they were recorded.' })
  findings!: Finding[];
}

const note = 'What to look at; up to 1,000 characters.';

@InputType({ description: 'A step to plan.' })
class StepInput {
  @Field(() => InvestigationStepKind, { description: 'What it does.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: note })
  note?: string | null;
}

@InputType({ description: 'Begins the investigation of an accepted case.' })
export class StartInvestigationInput extends HandlingInput {
  @Field(() => [StepInput], { description: 'At least one.' })
  steps!: StepInput[];
}

@InputType({ description: 'Adds a step to the running investigation.' })
export class PlanInvestigationStepInput extends HandlingInput {
  @Field(() => InvestigationStepKind, { description: 'What it does.' })
  kind!: string;

  @Field(() => String, { nullable: true, description: note })
  note?: string | null;
}

@InputType({ description: 'Records what came of a step.' })
export class CompleteInvestigationStepInput extends HandlingInput {
  @Field(() => ID, { description: 'A planned step of the running investigation.' })
  stepId!: string;

  @Field(() => String, { description: 'What came of it; 1 to 4,000 characters.' })
  result!: string;
}

@InputType({ description: 'Leaves a planned step out.' })
export class WaiveInvestigationStepInput extends ChangeInput {
  @Field(() => ID, { description: 'A planned step of the running investigation.' })
  stepId!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}

@InputType({ description: 'Records what was established.' })
export class RecordFindingInput extends HandlingInput {
  @Field(() => RootCause, { description: 'Whose failure it was.' })
  rootCause!: string;

  @Field(() => String, { description: '1 to 4,000 characters. All parties read it.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Evidence of this case that it rests on.' })
  evidenceIds?: string[] | null;
}
