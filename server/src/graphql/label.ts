import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../reads/viewer.js';

type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

function read(locale: Locale): Labels {
  const file = fileURLToPath(new URL(`../../../schema/labels/${locale}.json`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as Labels;
}

/** The words of every enum value, by type. */
export const labels: Readonly<Record<Locale, Labels>> = { 'zh-CN': read('zh-CN'), en: read('en') };
