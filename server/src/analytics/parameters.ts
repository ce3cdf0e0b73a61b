/** The values of one statement, in the order of their placeholders. */
export interface Parameters {
  readonly values: unknown[];
  /** Takes a value and answers its placeholder, `$1` for the first. */
  bind(value: unknown): string;
}

export function createParameters(): Parameters {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
