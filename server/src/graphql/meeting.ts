import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { meetingAnswers, meetingModes, meetingStatuses } from '../domain/meeting.js';
import { ChangeInput, HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Party } from './party.js';
import { GraphQLDateTime } from './scalars.js';

const MeetingMode = enumOf('MeetingMode', meetingModes, 'How a meeting is held.');
const MeetingStatus = enumOf('MeetingStatus', meetingStatuses, 'How a meeting stands.');

const MeetingAnswer = enumOf('MeetingAnswer', meetingAnswers, 'Whether a party will come.');

@ObjectType({ description: 'Whether a party will come.' })
class MeetingResponse {
  @Field(() => Party, { description: 'Which party.' })
  party!: Party;

  @Field(() => MeetingAnswer, { description: 'Its last answer.' })
  answer!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was given.' })
  at!: string;
}

@ObjectType({ description: 'A negotiation meeting.' })
export class Meeting {
  @Field(() => ID, { description: 'Names the meeting in commands.' })
  id!: string;

  @Field(() => MeetingMode, { description: 'How it is held.' })
  mode!: string;

  @Field(() => MeetingStatus, { description: 'How it stands.' })
  status!: string;

  @Field(() => GraphQLDateTime, { description: 'When it is to begin.' })
  scheduledAt!: string;

  @Field(() => String, { nullable: true, description: 'Where, of a meeting in person.' })
  place!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was held.' })
  heldAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said, as recorded.' })
  minutes!: string | null;

  @Field(() => [MeetingResponse], { description: 'Who will come to it as it is arranged now.' })
  responses!: MeetingResponse[];

  @Field(() => [Party], { description: 'Who came; empty until it was held.' })
  attendees!: Party[];
}

@InputType({ description: 'Arranges a meeting.' })
export class ScheduleMeetingInput extends HandlingInput {
  @Field(() => MeetingMode, { description: 'How it is held.' })
  mode!: string;

  @Field(() => GraphQLDateTime, { description: 'Not in the past.' })
  scheduledAt!: string;

  @Field(() => String, { nullable: true, description: 'Needed for OFFLINE; up to 500 characters.' })
  place?: string | null;
}

@InputType({ description: 'Records a meeting that was held.' })
export class RecordMeetingInput extends HandlingInput {
  @Field(() => ID, { description: 'A scheduled meeting of the case.' })
  meetingId!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Now when not given; between the filing and now.' })
  heldAt?: string | null;

  @Field(() => String, { description: '1 to 4,000 characters. All parties read them.' })
  minutes!: string;

  @Field(() => [ID], { description: 'The parties that came.' })
  attendeePartyIds!: string[];
}

@InputType({ description: 'Arranges a meeting anew; everyone is asked again.' })
export class RescheduleMeetingInput extends HandlingInput {
  @Field(() => ID, { description: 'A scheduled meeting of the case.' })
  meetingId!: string;

  @Field(() => GraphQLDateTime, { description: 'Not in the past.' })
  scheduledAt!: string;

  @Field(() => MeetingMode, { nullable: true, description: 'As it was when not given.' })
  mode?: string | null;

  @Field(() => String, { nullable: true, description: 'As it was when not given; up to 500 characters.' })
  place?: string | null;
}

@InputType({ description: 'Says whether one’s party will come.' })
export class RespondToMeetingInput extends ChangeInput {
  @Field(() => ID, { description: 'A scheduled meeting that has not begun.' })
  meetingId!: string;

  @Field(() => MeetingAnswer, { description: 'It can be changed until the meeting begins.' })
  answer!: string;
}

@InputType({ description: 'Calls a meeting off.' })
export class CancelMeetingInput extends ChangeInput {
  @Field(() => ID, { description: 'A scheduled meeting of the case.' })
  meetingId!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. All parties read it.' })
  reason!: string;
}
