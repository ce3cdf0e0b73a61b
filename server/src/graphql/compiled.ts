/** Marks a root field that is answered by a compiled statement: its resolver gives the `Read`, not the answer. */
export const compiled = { isCompiled: true };
