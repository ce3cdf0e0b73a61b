import type { Compiled } from './completion.js';
import type { Place } from './field.js';
import type { Selected, SelectedField } from './selection.js';

/** How a root field is read: declared once, compiled for each selection and kind of viewer. */
export interface RootRead {
  /** Gives the JSON of the answer as an expression; null is nothing found. */
  (selected: Selected, field: SelectedField, place: Place, request: Read): Compiled;
}

/** A root field's question: which read, with which values. */
export class Read {
  constructor(
    readonly root: RootRead,
    readonly values: Readonly<Record<string, unknown>> = {},
    /** What of the values changes the statement; two requests of one shape share one. */
    readonly shape: string = '',
    /** The input that named what is read: with it, nothing found is NOT_FOUND there, else the answer is null. */
    readonly path: string | null = null,
  ) {}
}
