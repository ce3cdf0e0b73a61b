import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Words = { [key: string]: string | Words };

const source = join(import.meta.dirname, '../../dashboard/src');
const read = (language: string) => JSON.parse(readFileSync(join(source, `i18n/${language}.json`), 'utf8')) as Words;

function flat(words: Words, path: string[] = []): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : flat(value, [...path, key]),
  );
}

const slots = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).toSorted();
const chinese = new Map(flat(read('zh-CN')));
const english = new Map(flat(read('en')));

describe("the dashboard's words", () => {
  it('are the same in both languages', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  it('fill the same slots in both languages', () => {
    for (const [key, sentence] of chinese) expect([key, slots(english.get(key) ?? '')]).toEqual([key, slots(sentence)]);
  });

  it('are all used', () => {
    const code = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['api/generated/**'] })
      .map((file) => readFileSync(join(source, file), 'utf8'))
      .join('\n');
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) || code.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`);
    expect([...chinese.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
