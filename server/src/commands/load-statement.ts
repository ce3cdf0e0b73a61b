import type { QueryConfig } from 'pg';

/**
 * A statement that loads one row for a command, put together from the parts that the command has a use for: each choice of parts
 * is a text, and a plan, of its own.
 */
export class LoadStatement<Row extends object> {
  readonly #values: unknown[] = [];
  readonly #parts = new Map<string, string>();

  constructor(private readonly name: string) {}

  /** A parameter, as it stands in the text. */
  slot(value: unknown, type: string): string {
    return `$${this.#values.push(value)}::${type}`;
  }

  /** Selects a scalar expression, or a query in parentheses. */
  add(field: keyof Row & string, sql: string): void {
    this.#parts.set(field, sql);
  }

  /** The statement: what it always selects, the parts, and where from. */
  query(always: string, from = ''): QueryConfig {
    const parts = [...this.#parts].map(([field, sql]) => `${sql} as "${field}"`);
    return {
      name: [this.name, ...this.#parts.keys()].join(' '),
      text: `select ${[always, ...parts].join(',\n  ')} ${from}`,
      values: this.#values,
    };
  }
}
