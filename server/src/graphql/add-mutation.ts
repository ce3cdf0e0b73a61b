import { Arg, Ctx, Extensions, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { Changed } from '../commands/case-transaction.js';
import type { FieldRead, TypeRead } from '../reads/field.js';
import { Read } from '../reads/read.js';
import { payloadRead, payloadRoot, rowOfCase } from '../reads/root.js';
import type { Openness } from '../reads/root.js';
import { Case } from './case.js';
import { bareInput, plainInput, reasonInput } from './change-input.js';
import { compiledBy } from './compiled.js';
import type { Context } from './context.js';
import { decodeIds } from './decode-ids.js';
import { GraphQLEventCursor } from './scalars.js';

/** What a mutation made and shows beside the case. */
export interface Made {
  field: string;
  type: ClassType | [object];
  description: string;
  read: FieldRead;
  /** Never null. */
  isAlways?: true;
}

/** A mutation: what it takes, what it does, and what it made. */
export interface MutationEntry {
  input: ClassType;
  does: string;
  made?: Made;
}

/** A row that the command made, named by the id in its event. */
export const made = (
  field: string,
  type: ClassType,
  description: string,
  of: () => TypeRead,
  table: string,
  openness: Openness = {},
): Made => ({
  field,
  type,
  description,
  read: rowOfCase(of, table, `${field}Id`, openness),
});

/** A mutation that takes a reason and no more beside what every change takes. */
export const reasoned = (name: string, does: string): MutationEntry => ({
  input: reasonInput(`${name}Input`, does),
  does,
});

/** A mutation that takes nothing beside what every change of a handler takes. */
export const plain = (name: string, does: string): MutationEntry => ({ input: plainInput(`${name}Input`, does), does });

/** A mutation for who does not act in the handler's place. */
export const impartial = (name: string, does: string): MutationEntry => ({
  input: bareInput(`${name}Input`, does),
  does,
});

@Resolver()
export class MutationResolver {}

/** The payload type of a mutation, and how it is read. */
function payloadOf(name: string, thing: Made | undefined) {
  @ObjectType(`${name}Payload`, { description: 'The case after the change, read under your rights.' })
  class Payload {
    @Field(() => Case, { nullable: true, description: 'Null when the change ended your right to see it.' })
    case!: Case | null;

    @Field(() => GraphQLEventCursor, { description: 'The place of the change in the feed.' })
    eventCursor!: string;
  }
  if (thing)
    Field(() => thing.type, { nullable: !thing.isAlways, description: thing.description })(
      Payload.prototype,
      thing.field,
    );
  return { Payload, root: payloadRoot(payloadRead(`${name}Payload`, thing ? { [thing.field]: thing.read } : {})) };
}

type Command = (input: Record<string, unknown>, context: Context) => Promise<Changed>;

/** Adds a mutation of one input, whose payload is read after the command has committed. */
export function addMutation(name: string, { input: Input, does, made: thing }: MutationEntry, command: Command): void {
  const { Payload, root } = payloadOf(`${name[0]!.toUpperCase()}${name.slice(1)}`, thing);
  const mutate = async (given: object, context: Context): Promise<Read> => {
    const { caseId, ids, position } = await command(decodeIds(given, 'input') as Record<string, unknown>, context);
    const { epoch, xid } = position;
    const { cursors } = context.services;
    return new Read(root, { caseId, ...ids, epoch, xid, eventCursor: () => cursors.seal(position) });
  };
  Object.defineProperty(MutationResolver.prototype, name, { value: mutate });
  const descriptor = Object.getOwnPropertyDescriptor(MutationResolver.prototype, name)!;
  Mutation(() => Payload, { description: does })(MutationResolver.prototype, name, descriptor);
  Extensions(compiledBy(({ input }, context) => mutate(input as object, context)))(
    MutationResolver.prototype,
    name,
    descriptor,
  );
  Arg('input', () => Input)(MutationResolver.prototype, name, 0);
  Ctx()(MutationResolver.prototype, name, 1);
}
