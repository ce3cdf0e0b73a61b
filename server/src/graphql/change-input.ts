import { Field, ID, InputType, Int } from 'type-graphql';
import type { ClassType } from 'type-graphql';

/** What every command on an existing case takes. */
@InputType()
export abstract class ChangeInput {
  @Field(() => ID, { description: 'The case to change.' })
  caseId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH.',
  })
  idempotencyKey?: string | null;
}

/** The same for what a supervisor may do in the handler's place. */
@InputType()
export abstract class HandlingInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why a supervisor acts in the handler’s place; needed then, ignored otherwise.',
  })
  reason?: string | null;
}

const reasonDescription = 'Why; 1 to 4,000 characters. All parties read it.';

/** A command that takes a reason and nothing else. */
export function reasonInput(name: string, description: string): ClassType<ChangeInput & { reason: string }> {
  @InputType(name, { description })
  class ReasonInput extends ChangeInput {
    @Field(() => String, { description: reasonDescription })
    reason!: string;
  }
  return ReasonInput;
}

/** A command of who never acts in another's place, and that takes nothing of its own. */
export function bareInput(name: string, description: string): ClassType<ChangeInput> {
  @InputType(name, { description })
  class BareInput extends ChangeInput {}
  return BareInput;
}

/** A command that takes nothing of its own. */
export function plainInput(name: string, description: string): ClassType<HandlingInput> {
  @InputType(name, { description })
  class PlainInput extends HandlingInput {}
  return PlainInput;
}
