import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

/** What breaks a client of the released contract, by its path in the SDL, and is not announced as `**Breaking** \`path\`` among the unreleased changes. */
export async function unannouncedBreaks(
  released: GraphQLSchema,
  next: GraphQLSchema,
  changelog: string,
): Promise<string[]> {
  const unreleased = changelog.split(/^## /m).find((section) => section.startsWith('Unreleased')) ?? '';
  const announced = new Set(
    unreleased
      .split(/^- /m)
      .filter((entry) => entry.startsWith('**Breaking**'))
      .flatMap((entry) => [...entry.matchAll(/`([^`]+)`/g)].map(([, path]) => path)),
  );
  const changes = await diff(released, next);
  return changes
    .filter(({ criticality, path }) => criticality.level === CriticalityLevel.Breaking && !announced.has(path))
    .map(({ path, message }) => `${path}: ${message}`);
}

const dated = /\bsince (\d{4}-\d{2}-\d{2}), goes (?:on|after) (\d{4}-\d{2}-\d{2})\b/;

/** Everything deprecated whose reason does not say since when, and when it goes: at least 90 days later. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  const problems: string[] = [];
  const look = (path: string, reason: string | null | undefined) => {
    if (reason == null) return;
    const [, since, until] = dated.exec(reason) ?? [];
    const days = since && until ? (Date.parse(until) - Date.parse(since)) / 86_400_000 : Number.NaN;
    if (!(days >= 90)) problems.push(`${path}: ${reason}`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.deprecationReason);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.deprecationReason);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field.deprecationReason);
      for (const { name, deprecationReason } of field.args)
        look(`${type.name}.${field.name}.${name}`, deprecationReason);
    }
  }
  return problems;
}
