import { NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { budgets } from '../config.js';
import type { Config } from '../config.js';
import type { Context } from './context.js';
import { costsOf } from './cost.js';
import type { Cost } from './cost.js';
import { parseError, parseOptions, validationError } from './document-error.js';
import { codedError } from './errors.js';
import { prepare } from './execute.js';
import type { Prepared } from './execute.js';
import { cleanTextRule, sizeErrors } from './limits.js';
import { RateLimit } from './rate-limit.js';

export interface GateOptions {
  schema: GraphQLSchema;
  /** Whether the schema may be asked for, and errors give hints at it. */
  isOpen: boolean;
  /** What a person may spend, and an address where nobody is signed in. */
  rates: Config['rates'];
}

/** What a client asks. */
export interface Asked {
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
/** Asking costs something, also when it is refused. */
const leastCost = 1;

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
  admit({ source, operationName, variables }: Asked, context: Context, address: string): Admission | GraphQLError[] {
    const spend = (points: number) =>
      context.viewer ? this.#persons.spend(context.viewer.id, points) : this.#addresses.spend(address, points);
    try {
      spend(leastCost);
      const checked = this.#check(source);
      if (Array.isArray(checked)) return checked;
      const { document, costs } = checked as CheckedDocument;
      const prepared = prepare({ schema: this.options.schema, document, operationName, variables }, context);
      const requested = Math.max(leastCost, costs.get(prepared.node)!(prepared.operation.variables));
      const limit = budgets.document.cost;
      if (requested > limit)
        return [codedError('QUERY_TOO_COMPLEX', `the operation costs ${requested}; the limit is ${limit}`)];
      return { prepared, cost: { requested, limit, remaining: spend(requested - leastCost) } };
    } catch (error) {
      return [error as GraphQLError];
    }
  }

  /** A good document that was asked before. */
  knownDocument(source: string): DocumentNode | undefined {
    return this.#documents.get(source)?.document;
  }

  /** Parses and validates a document; gives it, or why not. */
  #check(source: string): CheckedDocument | GraphQLError[] {
    const known = this.#documents.get(source);
    if (known) return known;
    const { schema, isOpen } = this.options;
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
