import type { ArgumentValues, ComputedRead, Moment, TypeRead } from './field.js';

/** The key under which a row carries what the domain completes it from; no GraphQL name can be the same. */
export const hiddenKey = '#';

type Json = Record<string, unknown>;

/** What is still to be done to the JSON of a statement: where computed fields go, and below which keys there are more. */
export interface Completion {
  type: TypeRead;
  computed: {
    key: string;
    name: string;
    own: ComputedRead['own'];
    values: ArgumentValues;
    shape: (value: unknown) => unknown;
  }[];
  children: { key: string; completion: Completion }[];
  /** Of a list whose items are of different types: what is to be done to each. */
  items?: (Completion | null)[];
}

/** Fills in the computed fields, in place. */
export function complete(completion: Completion, value: unknown, moment: Moment): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      const item = completion.items ? completion.items[index] : completion;
      if (item) complete(item, each, moment);
    });
    return;
  }
  const row = value as Json;
  const fields = hiddenKey in row ? completion.type.complete!(row[hiddenKey], moment) : {};
  delete row[hiddenKey];
  for (const { key, name, own, values, shape } of completion.computed) {
    row[key] = shape(own ? own.complete(row[key], moment, values) : fields[name]);
  }
  for (const child of completion.children) complete(child.completion, row[child.key], moment);
}

/** The completion of a type, or null when the statement's text is the answer as it stands. */
export function completionOf(
  type: TypeRead,
  computed: Completion['computed'],
  children: Completion['children'],
): Completion | null {
  return computed.length + children.length > 0 ? { type, computed, children } : null;
}

/** The completion of a list item by item; a single item may stand without its list. */
export function completionOfItems(items: (Completion | null)[]): Completion | null {
  if (items.every((item) => item === null)) return null;
  return items.length === 1 ? items[0]! : { type: { name: 'Node', fields: {} }, computed: [], children: [], items };
}

/** A JSON expression, and what the domain still has to complete in it. */
export interface Compiled {
  sql: string;
  completion: Completion | null;
}
