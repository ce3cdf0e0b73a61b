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

/** A word for each number that the language tells apart, under one key. */
const plural = /_(zero|one|two|few|many|other)$/;
const keysOf = (words: Map<string, string>) =>
  [...new Set([...words.keys()].map((key) => key.replace(plural, '')))].toSorted();
const slots = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).toSorted();
const chinese = new Map(flat(read('zh-CN')));
const english = new Map(flat(read('en')));

describe("the dashboard's words", () => {
  it('are the same in both languages', () => {
    expect(keysOf(english)).toEqual(keysOf(chinese));
  });

  it('tell numbers apart as their language does', () => {
    for (const [language, words] of [
      ['zh-CN', chinese],
      ['en', english],
    ] as const) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      const plurals = Map.groupBy(
        [...words.keys()].filter((key) => plural.test(key)),
        (key) => key.replace(plural, ''),
      );
      for (const [key, found] of plurals)
        expect([key, found.map((each) => plural.exec(each)![1]!).toSorted()]).toEqual([key, forms]);
    }
  });

  it('fill the same slots in both languages', () => {
    const ofChinese = (key: string) => chinese.get(key) ?? chinese.get(`${key.replace(plural, '')}_other`) ?? '';
    for (const [key, sentence] of english) expect([key, slots(sentence)]).toEqual([key, slots(ofChinese(key))]);
  });

  it('are all used', () => {
    const code = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['api/generated/**'] })
      .map((file) => readFileSync(join(source, file), 'utf8'))
      .join('\n');
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) || code.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`);
    expect(keysOf(chinese).filter((key) => !isUsed(key))).toEqual([]);
  });
});
