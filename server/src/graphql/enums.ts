import { registerEnumType } from 'type-graphql';

/** A GraphQL enum of the domain's own list of words. */
export function enumOf<const T extends string>(
  name: string,
  values: readonly T[],
  description: string,
  descriptions: Partial<Record<T, string>> = {},
): { [V in T]: V } {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };
  const described = values.flatMap((value) =>
    descriptions[value] ? [[value, { description: descriptions[value] }]] : [],
  );
  const valuesConfig = Object.fromEntries(described) as Partial<Record<T, { description: string }>>;
  registerEnumType(object, { name, description, valuesConfig });
  return object;
}
