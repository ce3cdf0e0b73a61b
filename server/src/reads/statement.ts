import type { Viewer } from './viewer.js';

/** What one execution of a compiled read is asked with. */
export interface Asking {
  viewer: Viewer;
  /** The root field's own values: ids, filters, cursors. */
  values: Readonly<Record<string, unknown>>;
}

/** Where the value of a parameter comes from at each execution. */
export type Slot = (asking: Asking) => unknown;

const slots = {
  viewerId: ({ viewer }: Asking) => viewer.id,
  teamIds: ({ viewer }: Asking) => viewer.teamIds,
  locale: ({ viewer }: Asking) => viewer.locale,
};

/** A statement under construction: its parameters and the aliases given out so far. */
export class Statement {
  readonly slots: Slot[] = [];
  #aliasCount = 0;

  /** Gives the placeholder of a value, cast to its SQL type; the same slot is one parameter however often it is used. */
  bind(slot: Slot, type: string): string {
    return `${this.place(slot)}::${type}`;
  }

  /** Gives the placeholder of a value whose SQL type is said where it is used. */
  place(slot: Slot): string {
    const known = this.slots.indexOf(slot);
    const index = known >= 0 ? known : this.slots.push(slot) - 1;
    return `$${index + 1}`;
  }

  /** Gives the placeholder of a value that is part of the plan. */
  constant(value: unknown, type: string): string {
    return this.bind(() => value, type);
  }

  /** Gives the placeholder of one of the root field's values. */
  value(name: string, type: string): string {
    return this.bind(({ values }) => values[name], type);
  }

  viewerId(): string {
    return this.bind(slots.viewerId, 'uuid');
  }

  teamIds(): string {
    return this.bind(slots.teamIds, 'uuid[]');
  }

  locale(): string {
    return this.bind(slots.locale, 'text');
  }

  alias(prefix: string): string {
    return `${prefix}${this.#aliasCount++}`;
  }
}

/** A text as a quoted SQL literal; only for words of the program and names that GraphQL allows. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The JSON object of these keys and expressions; unlike json_build_object it takes more than a hundred arguments. */
export function jsonObject(pairs: readonly (readonly [key: string, expression: string])[]): string {
  // Said, because one jsonb among the values would make the whole jsonb, which forgets the order of keys.
  return `json_object(${pairs.map(([key, expression]) => `${literal(key)}: ${expression}`).join(', ')} returning json)`;
}
