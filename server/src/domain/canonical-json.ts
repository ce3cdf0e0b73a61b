import { hash } from 'node:crypto';

/** JSON with the keys of every object in code-point order and no white space: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const of = value as Readonly<Record<string, unknown>>;
  const pairs: string[] = [];
  for (const key of Object.keys(of).sort())
    if (of[key] !== undefined) pairs.push(`${JSON.stringify(key)}:${canonicalJson(of[key])}`);
  return `{${pairs.join(',')}}`;
}

/** sha256 of a text's UTF-8 bytes, hex. */
export function sha256(text: string): string {
  return hash('sha256', text);
}
