import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { meetingModes, meetingStatuses } from '../domain/meeting.js';
import { HandlingInput } from './change-input.js';
import { enumOf } from './enums.js';
import { Party } from './party.js';
import { GraphQLDateTime } from './scalars.js';

const MeetingMode = enumOf('MeetingMode', meetingModes, 'How a meeting is held.');
const MeetingStatus = enumOf('MeetingStatus', meetingStatuses, 'How a meeting stands.');

@ObjectType({ description: 'A negotiation meeting.' })
export class Meeting {
  @Field(() => ID, { description: 'Names the meeting in recordMeeting.' })
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
