/** NUL and every other C0 and C1 control but line feed and tab. */
const control = /(?![\n\t])\p{Cc}/u;
/** Overrides and isolates let a text read otherwise than it is. */
const bidirectional = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

/** Why a text is refused; null when it is fine. Line feed and tab are. */
export function badTextReason(text: string): string | null {
  if (control.test(text)) return 'must not hold control characters';
  if (bidirectional.test(text)) return 'must not hold bidirectional controls';
  return text.isWellFormed() ? null : 'must not hold a lone surrogate';
}

/** No input type nests nearly as deep; what does is not walked to its end. */
const deepestInput = 32;

/** The first text in a value of JSON that is refused, keys included, with the path to it. */
export function findBadText(value: unknown, path: string, depth = 0): { path: string; message: string } | null {
  if (depth > deepestInput) return { path: '', message: `must not be nested deeper than ${deepestInput} levels` };
  if (typeof value === 'string') {
    const message = badTextReason(value);
    return message ? { path, message } : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findBadText(inner, path ? `${path}.${key}` : key, depth + 1);
    if (found) return found;
  }
  return null;
}
