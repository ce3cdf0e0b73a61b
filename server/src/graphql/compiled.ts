import { GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Read } from '../reads/read.js';
import type { Context } from './context.js';

/** Of a root field that is answered by a compiled statement. */
export interface CompiledField {
  isCompiled: true;
  /** Gives the `Read` from the coerced arguments as they are. */
  ask?: (values: Readonly<Record<string, unknown>>, context: Context) => Promise<Read>;
}

/** Marks a root field that is answered by a compiled statement: its resolver gives the `Read`, not the answer. */
export const compiled: CompiledField = { isCompiled: true };

/** Marks one that is asked past its resolver, before which the library would make an instance of each input. */
export const compiledBy = (ask: NonNullable<CompiledField['ask']>): CompiledField => ({ isCompiled: true, ask });

/** An object as a compiled statement gave it, by response key: the statement knew aliases and arguments already. */
class CompiledObject {
  constructor(readonly values: Readonly<Record<string, unknown>>) {}
}

/** What a compiled statement gave for a field that graphql-js goes on from. */
export function compiledValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compiledValue);
  return value === null ? null : new CompiledObject(value as Record<string, unknown>);
}

/** Lets every field below a compiled one read its response key; the others are resolved as before. */
export function resolveCompiledObjects(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (!resolve) continue;
      const isObject = isObjectType(getNamedType(field.type));
      field.resolve = (source, values, context, info) => {
        if (!(source instanceof CompiledObject)) return resolve(source, values, context, info);
        const value = source.values[info.path.key];
        return isObject ? compiledValue(value) : value;
      };
    }
  }
  return schema;
}
