import type { ConnectionRead, ListRead, ObjectRead } from './field.js';
import type { Page } from './page.js';

/** A page of a connection whose arguments the root field has checked. */
export interface PageRead {
  kind: 'page';
  connection: ConnectionRead;
  page: Page;
  /** The order's name, kept in each cursor. */
  order: string;
  isDescending: boolean;
}

/** Objects that are each of a type of their own, in their order; null for each that is not there. */
export interface NodesRead {
  kind: 'nodes';
  objects: readonly ObjectRead[];
}

/** What a root field gives, declared as every field is; its rows belong to no row. */
export type RootRead = ObjectRead | ListRead | PageRead | NodesRead;

/** A root field's question: what is read, with which values. */
export class Read {
  constructor(
    readonly root: RootRead,
    readonly values: Readonly<Record<string, unknown>> = {},
    /** What of the question changes the statement; two requests of one shape share one. */
    readonly shape: string = '',
    /** The input that named what is read: with it, nothing found is NOT_FOUND there, else the answer is null. */
    readonly path: string | null = null,
  ) {}
}
