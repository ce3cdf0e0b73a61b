import { Arg, Ctx, Extensions, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateContactData } from '../commands/contact-data.js';
import { readViewerChanged } from '../reads/root.js';
import { Actor } from './case-event.js';
import { ChangeInput } from './change-input.js';
import { compiled } from './compiled.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { Person, Viewer } from './person.js';
import { GraphQLDateTime } from './scalars.js';

@ObjectType({ description: 'One time that contact data was shown to somebody of the staff; staff read it.' })
export class PersonalDataRevelation {
  @Field(() => Person, { description: 'Whose data it was.' })
  person!: Person;

  @Field(() => String, { description: 'Why it was needed.' })
  reason!: string;

  @Field(() => Actor, { description: 'To whom it was shown.' })
  author!: Actor;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: string;
}

@InputType({ description: 'Has the contact data of somebody shown, for this case, from now on.' })
export class RevealPersonalDataInput extends ChangeInput {
  @Field(() => ID, { description: 'Who acts for a party of the case (`parties { members { id } }`).' })
  personId!: string;

  @Field(() => String, { description: 'Why; 1 to 4,000 characters. Staff of the case read it.' })
  reason!: string;
}

@InputType({ description: 'How somebody is reached and identified. What is not given stays; null takes it away.' })
export class ContactDataInput {
  @Field(() => String, { nullable: true, description: '6 to 20 digits; spaces, hyphens and a leading + are allowed.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'An e-mail address, at most 254 characters.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an identity document; 6 to 32 letters and digits.' })
  idNumber?: string | null;
}

@InputType({ description: 'Changes your own contact data. What is not given stays; null takes it away.' })
class UpdateContactDataInput extends ContactDataInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat changes nothing; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'What is kept of you.' })
class UpdateContactDataPayload {
  @Field(() => Viewer, { description: 'You, with your contact data as it stands now.' })
  viewer!: Viewer;
}

@Resolver()
export class ContactDataResolver {
  @Extensions(compiled)
  @Mutation(() => UpdateContactDataPayload, {
    description:
      'Changes your own phone number, e-mail address and document number. Only you read them, and staff of your cases: masked, until one of them gives a reason (revealPersonalData).',
  })
  async updateContactData(
    @Arg('input', () => UpdateContactDataInput) given: UpdateContactDataInput,
    @Ctx() context: Context,
  ) {
    const { idempotencyKey = null, ...change } = decodeIds(given, 'input') as UpdateContactDataInput;
    await updateContactData(context.services, viewerOf(context), idempotencyKey, change);
    return readViewerChanged();
  }
}
