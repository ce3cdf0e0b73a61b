import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const roots = ['schema', 'server/src', 'dashboard/src', 'seeds', 'test'];
const notOurs = new Set(['node_modules', 'dist', 'generated']);

function walk(folder: string): { folders: string[]; files: string[] } {
  const found: { folders: string[]; files: string[] } = { folders: [], files: [] };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (notOurs.has(entry.name) || entry.name.startsWith('.')) continue;
    if (!entry.isDirectory()) {
      found.files.push(path);
      continue;
    }
    const below = walk(path);
    found.folders.push(path, ...below.folders);
    found.files.push(...below.files);
  }
  return found;
}

const trees = roots.map((name) => walk(join(root, name)));
const folders = trees.flatMap((tree) => tree.folders);
const files = trees.flatMap((tree) => tree.files).filter((path) => /\.tsx?$/.test(path));

describe('the house', () => {
  it('has no folder that says nothing about what is in it', () => {
    const empty = /\/(utils?|helpers?|common|shared|lib|misc)$/;
    expect(folders.filter((path) => empty.test(path))).toEqual([]);
    expect(folders.length).toBeGreaterThan(10);
  });

  it('has no class named after a layer', () => {
    const layer = /\bclass \w*(Service|Manager|Repository)\b/;
    const offenders = files.filter((path) => layer.test(readFileSync(path, 'utf8')));
    expect(offenders.map((path) => relative(root, path))).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });
});
