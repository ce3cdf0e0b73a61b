import { NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { budgets } from '../config.js';
import type { Config } from '../config.js';
import type { Viewer } from '../reads/viewer.js';
import type { Context } from './context.js';
import { costsOf } from './cost.js';
import type { Cost } from './cost.js';
import { parseError, parseOptions, validationError } from './document-error.js';
import { codedError } from './errors.js';
import { prepare } from './execute.js';
import type { Prepared } from './execute.js';
import { cleanTextRule, conditionalRootErrors, sizeErrors } from './limits.js';
import { RateLimit, leastCost } from './rate-limit.js';
import type { TrustedDocuments } from './trusted-documents.js';

export interface GateOptions {
  schema: GraphQLSchema;
  /** Whether the schema may be asked for, and errors give hints at it. */
  isOpen: boolean;
  trusted: TrustedDocuments;
  /** What a person may spend, and an address where nobody is signed in. */
  rates: Config['rates'];
}

/** What a client asks. */
export interface Asked {
  /** The document, or the name of one that is registered. */
  source: string;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What an operation costs and what is left, as `extensions.cost` of its answer. */
export interface CostTold {
  requested: number;
  /** The most that one operation may cost. */
  limit: number;
  /** Points that its person, or its address, has left now. */
  remaining: number;
  /** Points that come back each second, up to thirty times as many. */
  perSecond: number;
}

/** An operation that may run. */
export interface Admission {
  prepared: Prepared;
  cost: CostTold;
}

interface CheckedDocument {
  document: DocumentNode;
  costs: ReadonlyMap<OperationDefinitionNode, Cost>;
}

const mostErrors = 20;
/** Of the documents that are remembered. */
const mostCharacters = 4 * 1024 * 1024;

/** Judges what clients ask, the same over every transport: who asks, how often, how much, whether it fits the schema, what it costs. */
export class Gate {
  /** Good documents; plans live as long as they do. */
  readonly #documents = new Map<string, CheckedDocument>();
  #characters = 0;
  readonly #persons: RateLimit;
  readonly #addresses: RateLimit;

  constructor(private readonly options: GateOptions) {
    this.#persons = new RateLimit(options.rates.person);
    this.#addresses = new RateLimit(options.rates.address);
  }

  /** Lets an operation in and takes what it costs from who asks; or says why not. */
  admit(asked: Asked, context: Context, address: string): Admission | GraphQLError[] {
    const { viewer } = context;
    const rate = viewer ? this.#persons : this.#addresses;
    const payer = viewer?.id ?? address;
    try {
      rate.require(payer);
      const judged = this.#judge(asked, context);
      const isRefused = Array.isArray(judged);
      const remaining = rate.spend(payer, isRefused ? leastCost : judged.requested);
      if (isRefused) return judged;
      const { prepared, requested } = judged;
      return { prepared, cost: { requested, limit: budgets.document.cost, remaining, perSecond: rate.perSecond } };
    } catch (error) {
      return [error as GraphQLError];
    }
  }

  /** Takes what something else than an operation costs from who is signed in; RATE_LIMITED for who has too little left. */
  charge(viewer: Viewer, points: number): void {
    this.#persons.require(viewer.id);
    this.#persons.spend(viewer.id, points);
  }

  #judge({ source, ...asked }: Asked, context: Context): { prepared: Prepared; requested: number } | GraphQLError[] {
    const checked = this.#check(source);
    if (Array.isArray(checked)) return checked;
    const { document, costs } = checked as CheckedDocument;
    let prepared: Prepared;
    try {
      prepared = prepare({ schema: this.options.schema, document, ...asked }, context);
    } catch (error) {
      return [error as GraphQLError];
    }
    const requested = Math.max(leastCost, costs.get(prepared.node)!(prepared.operation.variables));
    const { cost: limit } = budgets.document;
    if (requested <= limit) return { prepared, requested };
    return [codedError('QUERY_TOO_COMPLEX', `the operation costs ${requested}; the limit is ${limit}`)];
  }

  /** Parses and validates a document, which may be asked for by its name; gives it, or why not. */
  #check(asked: string): CheckedDocument | GraphQLError[] {
    const { schema, isOpen, trusted } = this.options;
    const source = this.#documents.has(asked) ? asked : trusted.textOf(asked);
    if (source === null) return [codedError('PERSISTED_QUERY_REQUIRED', 'the document is not registered')];
    const known = this.#documents.get(source);
    if (known) return known;
    const { characters } = budgets.document;
    if (source.length > characters)
      return [codedError('QUERY_TOO_COMPLEX', `the document has more than ${characters} characters`)];
    let document: DocumentNode;
    try {
      document = parse(source, parseOptions);
    } catch (error) {
      return [parseError(error as GraphQLError)];
    }
    const tooLarge = sizeErrors(document);
    if (tooLarge.length > 0) return tooLarge;
    // Before the rules: the one that counts the root fields of a subscription throws over a variable.
    const conditional = conditionalRootErrors(document);
    if (conditional.length > 0) return conditional;
    const rules = [...specifiedRules, cleanTextRule, ...(isOpen ? [] : [NoSchemaIntrospectionCustomRule])];
    const errors = validate(schema, document, rules, { maxErrors: mostErrors, hideSuggestions: !isOpen });
    if (errors.length > 0) return errors.map(validationError);
    const checked = { document, costs: costsOf(schema, document) };
    this.#remember(source, checked);
    return checked;
  }

  /** What was remembered first is forgotten first. */
  #remember(source: string, checked: CheckedDocument): void {
    this.#documents.set(source, checked);
    this.#characters += source.length;
    while (this.#characters > mostCharacters) {
      const [oldest] = this.#documents.keys();
      this.#documents.delete(oldest!);
      this.#characters -= oldest!.length;
    }
  }
}
