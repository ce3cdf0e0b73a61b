import type { Expression, ListRead, Place, Source, TypeRead } from '@accord/server/reads/field';
import type { Scope } from '@accord/server/reads/scope';
import { Statement, jsonObject } from '@accord/server/reads/statement';
import type { Viewer } from '@accord/server/reads/viewer';
import type { Pool } from 'pg';

/** Whoever asks, and the values of the root field. */
export interface Asked {
  pool: Pool;
  viewer: Viewer;
  scope: Scope;
  values: Readonly<Record<string, unknown>>;
}

/** Where the rows of a level come from, below the rows of the level above. */
export interface Step {
  of: TypeRead;
  source: Source;
  order?: ListRead['order'];
}

/** The rows above, joined: what a statement about a level begins with. */
interface Joined {
  joins: string[];
  /** The aliases from the top down; together their row numbers name a row. */
  aliases: string[];
  row: string;
  place: Place;
}

/**
 * The rows of one field below all rows of the level above: what is asked of them within one turn of the event loop is one flat
 * statement of joins, however many rows there are. A row is named by its numbers from the top down, `2.1.3`.
 */
export class Level {
  readonly #asked: Asked;
  readonly #above: Level | null;
  readonly #step: Step | null;
  readonly #levels = new Map<object, Level>();
  readonly #known = new Map<Expression, Promise<Map<string, unknown>>>();
  #waiting: {
    expression: Expression;
    resolve: (values: Map<string, unknown>) => void;
    reject: (error: unknown) => void;
  }[] = [];

  private constructor(asked: Asked, above: Level | null, step: Step | null) {
    this.#asked = asked;
    this.#above = above;
    this.#step = step;
  }

  /** The level above every root field: one row without columns, named by nothing. */
  static top(asked: Asked): Level {
    return new Level(asked, null, null);
  }

  /** The level of a field below this one; the same for every row and every alias. */
  below(field: object, step: Step): Level {
    const level = this.#levels.get(field) ?? new Level(this.#asked, this, step);
    this.#levels.set(field, level);
    return level;
  }

  /** What an expression gives for a row of this level. */
  async value(key: string, expression: Expression): Promise<unknown> {
    return (await this.#values(expression)).get(key);
  }

  /** The rows below one row of the level above, in their order. */
  async rowsOf(keyAbove: string): Promise<string[]> {
    const all = [...(await this.#values(exists)).keys()];
    return all.filter((key) => key.slice(0, key.lastIndexOf('.')) === keyAbove);
  }

  #values(expression: Expression): Promise<Map<string, unknown>> {
    let values = this.#known.get(expression);
    if (!values) {
      if (this.#waiting.length === 0) setImmediate(() => void this.#ask());
      values = new Promise((resolve, reject) => this.#waiting.push({ expression, resolve, reject }));
      this.#known.set(expression, values);
    }
    return values;
  }

  async #ask(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const statement = new Statement();
    try {
      const { joins, aliases, row, place } = this.#join(statement);
      const numbers = aliases.map((alias) => `${alias}."#"`);
      const answers = jsonObject(waiting.map(({ expression }, index) => [String(index), expression(row, place)]));
      const { pool, viewer, values } = this.#asked;
      const { rows } = await pool.query<{ key: string; answers: Record<string, unknown> }>(
        `select ${['', ...numbers].map((number) => (number ? `'.' || ${number}` : `''`)).join(' || ')} as key, ${answers} as answers
         ${joins.length > 0 ? `from ${joins.join(' ')} order by ${numbers.join(', ')}` : ''}`,
        statement.slots.map((slot) => slot({ viewer, values })),
      );
      waiting.forEach(({ resolve }, index) =>
        resolve(new Map(rows.map(({ key, answers: of }) => [key, of[String(index)]]))),
      );
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  #join(statement: Statement): Joined {
    if (!this.#above || !this.#step)
      return { joins: [], aliases: [], row: '', place: { statement, scope: this.#asked.scope, caseAlias: '' } };
    const above = this.#above.#join(statement);
    const { of, source, order } = this.#step;
    const alias = statement.alias('l');
    const { from, where, caseAlias } = source(alias, above.row, above.place);
    const columns = [
      `${alias}.*`,
      `row_number() over (${order ? `order by ${order(alias)}` : ''}) as "#"`,
      ...(caseAlias ? [`${caseAlias} as "case"`] : []),
    ];
    const rows = `(select ${columns.join(', ')} from ${from} where (${where})) as ${alias}`;
    // A row of another case brings that case with it.
    const caseOfRow = caseAlias ? `(${alias}."case")` : above.place.caseAlias;
    return {
      joins: [...above.joins, above.joins.length > 0 ? `cross join lateral ${rows}` : rows],
      aliases: [...above.aliases, alias],
      row: alias,
      place: { ...above.place, caseAlias: of.isCase ? alias : caseOfRow },
    };
  }
}

const exists: Expression = () => 'true';
