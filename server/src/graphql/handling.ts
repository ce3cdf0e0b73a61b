import { Field, ID, InputType } from 'type-graphql';
import { rejectionReasons } from '../domain/classification.js';
import { CaseReason, CaseType, Complexity, Urgency } from './case-enums.js';
import { ChangeInput, HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { TermInput } from './settlement.js';

const RejectionReason = enumOf('RejectionReason', rejectionReasons, 'Why a case is not taken on.');

@InputType({ description: 'Takes a case on.' })
export class AcceptCaseInput extends HandlingInput {
  @Field(() => Complexity, { description: 'How involved it looks.' })
  complexity!: string;
}

@InputType({ description: 'Does not take a case on.' })
export class RejectCaseInput extends ChangeInput {
  @Field(() => RejectionReason, { description: 'Which reason.' })
  reasonCode!: string;

  @Field(() => String, { description: 'In words; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}

@InputType({ description: 'Gives a case to a handler of its team.' })
export class AssignCaseInput extends ChangeInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'A handler takes a case for oneself; a supervisor names anyone of the team. Without it a supervisor lets the rule pick: who is free of ties to the parties, not away and carries least.',
  })
  handlerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why; needed when the case has a handler. 1 to 4,000 characters; staff read it.',
  })
  reason?: string | null;
}

@InputType({ description: 'Changes what a case is about. What is not given stays.' })
export class ReclassifyCaseInput extends HandlingInput {
  @Field(() => CaseType, { nullable: true, description: 'The new type.' })
  type?: string | null;

  @Field(() => CaseReason, { nullable: true, description: 'The new reason; it must fit the type.' })
  caseReason?: string | null;

  @Field(() => Urgency, { nullable: true, description: 'The new urgency.' })
  urgency?: string | null;

  @Field(() => Complexity, { nullable: true, description: 'The new complexity, of an accepted case.' })
  complexity?: string | null;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  explanation!: string;
}

@InputType({ description: 'Puts a simple payment anomaly right at once.' })
export class FastTrackInput extends HandlingInput {
  @Field(() => [TermInput], { description: 'Terms that only reverse the payment or bind the platform.' })
  terms!: TermInput[];
}

@InputType({ description: 'Writes to the staff of the case; no party learns of it.' })
export class AddNoteInput extends HandlingInput {
  @Field(() => String, { description: '1 to 4,000 characters.' })
  text!: string;
}

@InputType({ description: 'Says how one’s party sees the matter.' })
export class StatePositionInput extends ChangeInput {
  @Field(() => String, { description: '1 to 4,000 characters. All parties read it.' })
  text!: string;
}

@InputType({ description: 'Writes to everyone in the case.' })
export class PostMessageInput extends ChangeInput {
  @Field(() => String, { description: '1 to 4,000 characters.' })
  text!: string;
}
