import { storedRows, type UnwrittenCase } from '@accord/server/commands/load-cases';
import { canonicalJson, sha256 } from '@accord/server/domain/canonical-json';
import type { Id, Instant } from '@accord/server/domain/case';
import { caseNumber } from '@accord/server/domain/filing';
import { addDays, shanghaiDate, startOfDay } from '@accord/server/domain/working-calendar';
import type { Random } from '../random.js';
import { copyLines } from './copy.js';
import { Template } from './template.js';

/** What the rows of a lived case are printed with. */
interface StencilOptions {
  calendarVersion: number;
  /** Ids that are not the case's own: people, teams and routes. */
  known: ReadonlySet<Id>;
  /** `table.column` of every array. */
  arrayColumns: ReadonlySet<string>;
}

/** What makes a twin another case: its chance, by how much later everything happens to it, and who complains. */
interface Twin {
  random: Random;
  laterMs: number;
  complainantId: Id;
}

/** A value that every twin has of its own; it may depend on those before it. */
interface Blank {
  original: string;
  make: (twin: Twin, values: readonly string[]) => string;
}

const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/;
const digest = /\b[0-9a-f]{64}\b/;

/**
 * A case that was lived by the rules, as rows with blanks. Its twins are the same case with ids, number, payment, complainant, salts
 * and times of day of their own, and with every digest, content hash and link of the chains computed for them.
 */
export class Stencil {
  readonly #blanks: Blank[] = [];
  readonly #places = new Map<string, number>();
  readonly #candidate: RegExp;
  readonly #tables: [target: string, template: Template][];
  /** How much later it can all happen without anything happening on another day. */
  readonly #roomMs: number;

  constructor(lived: UnwrittenCase, { calendarVersion, known, arrayColumns }: StencilOptions) {
    const { state, texts } = lived;
    const rows = storedRows(lived, calendarVersion);
    const stored = JSON.stringify(rows);
    const literals = [state.number, state.transaction?.reference ?? [], texts.map(({ salt }) => salt)].flat();
    this.#candidate = new RegExp([id.source, instant.source, digest.source, ...literals].join('|'), 'g');
    const instants = allIn(stored, instant).filter((each) => !isEndOfDay(each));
    this.#roomMs = Math.min(...instants.map(msLeftOfDay)) - 1;
    const ids = allIn(stored, id).filter((each) => !known.has(each));
    this.#blankOut(lived, ids, instants);
    this.#tables = Object.entries(rows)
      .filter(([, all]) => all.length > 0)
      .map(([table, all]) => copyLines(table, all, arrayColumns))
      .map(([target, lines]) => [target, this.#template(lines)]);
  }

  /** A twin's rows as lines for COPY, after the table and columns they are for. */
  print(random: Random, complainantId: Id): [target: string, lines: string][] {
    const twin = { random, laterMs: random.between(0, this.#roomMs), complainantId };
    const values: string[] = [];
    for (const { make } of this.#blanks) values.push(make(twin, values));
    return this.#tables.map(([target, template]) => [target, template.fill(values)]);
  }

  /** Finds everything that differs; what is computed from other values comes after them. */
  #blankOut({ state, events, texts }: UnwrittenCase, ids: readonly Id[], instants: readonly Instant[]): void {
    for (const each of ids) {
      const milliseconds = Number.parseInt(each.slice(0, 8) + each.slice(9, 13), 16);
      this.#blank(each, ({ random, laterMs }) => random.id(milliseconds + laterMs));
    }
    for (const each of instants) {
      const milliseconds = Date.parse(each);
      this.#blank(each, ({ laterMs }) => new Date(milliseconds + laterMs).toISOString());
    }
    this.#blank(state.parties[0]!.memberIds[0]!, ({ complainantId }) => complainantId);
    this.#blank(state.number, ({ random }) => caseNumber(state.receivedOn, random.id(0)));
    if (state.transaction) {
      const { reference } = state.transaction;
      this.#blank(reference, ({ random }) => reference.slice(0, -10) + random.id(0).slice(-10).toUpperCase());
    }
    for (const { salt, words } of texts) {
      const place = this.#blank(salt, ({ random }) => random.salt());
      this.#hash((values) => values[place]! + words);
    }
    for (const { roundId, terms, hash } of state.proposals) {
      const content = this.#template(canonicalJson({ caseId: state.id, roundId, terms }));
      this.#hash((values) => content.fill(values), hash);
    }
    const links = new Map<string, number>();
    for (const event of events) {
      const before = links.get(event.audience);
      const content = this.#template(canonicalJson({ ...event, hash: undefined }));
      const link = (values: readonly string[]) => (before === undefined ? '' : values[before]!) + content.fill(values);
      links.set(event.audience, this.#hash(link, event.hash));
    }
  }

  #blank(original: string, make: Blank['make']): number {
    this.#places.set(original, this.#blanks.length);
    return this.#blanks.push({ original, make }) - 1;
  }

  /** A digest of earlier values, which for the lived case itself must be the one that the rules computed. */
  #hash(hashed: (values: readonly string[]) => string, expected?: string): number {
    const original = sha256(hashed(this.#blanks.map((blank) => blank.original)));
    if (expected !== undefined && original !== expected) throw new Error('A digest is not computed as the rules do.');
    return this.#blank(original, (_twin, values) => sha256(hashed(values)));
  }

  #template(text: string): Template {
    return new Template(text, this.#candidate, (candidate) => this.#places.get(candidate));
  }
}

function allIn(text: string, pattern: RegExp): string[] {
  return [...new Set(text.match(new RegExp(pattern, 'g')))];
}

/** What a deadline did counts from the last moment of its day, whenever that was noticed. */
function isEndOfDay(at: Instant): boolean {
  return msLeftOfDay(at) === 1;
}

/** Until midnight in Shanghai. */
function msLeftOfDay(at: Instant): number {
  const time = new Date(at);
  return startOfDay(addDays(shanghaiDate(time), 1)).getTime() - time.getTime();
}
