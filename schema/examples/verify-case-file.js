// Checks a case file without Accord: `node verify-case-file.js AC….json`. Nothing but Node is needed.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** JSON with sorted keys and no white space: equal values give equal text. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** Every { id, digest } in an entry is a text whose words lie apart. */
function textsIn(value) {
  if (value === null || typeof value !== 'object') return [];
  const own = typeof value.digest === 'string' && typeof value.id === 'string' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

const { log, texts, case: file } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const problems = [];
const heads = new Map();
let withheld = 0;
for (const { audience, number, hash, content } of log) {
  const place = `${audience} ${number}`;
  const head = heads.get(audience) ?? { number: 0, hash: '' };
  if (number !== head.number + 1) problems.push(`${place}: comes after ${head.number}`);
  // Who acted under a pseudonym is not told: of such an entry only its place in the chain is known.
  if (content === null) withheld += 1;
  else if (sha256(head.hash + canonical(content)) !== hash) problems.push(`${place}: is not what its digest covers`);
  else if (content.number !== number || content.audience !== audience) problems.push(`${place}: is another entry`);
  heads.set(audience, { number, hash });
}
if (heads.get('PARTIES')?.number !== file.version) problems.push('the end of the log is missing');
const digests = new Map(log.flatMap(({ content }) => textsIn(content?.payload).map(({ id, digest }) => [id, digest])));
for (const { id, salt, words } of texts)
  if (digests.get(id) !== sha256(salt + words)) problems.push(`text ${id}: is not what its digest covers`);

for (const problem of problems) console.error(problem);
console.log(`${log.length} entries, ${withheld} withheld, ${texts.length} texts, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
