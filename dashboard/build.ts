import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
const stamp = join(root, 'dist', '.built');
const sources = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  '../schema/labels',
  '../pnpm-lock.yaml',
];

/** When the newest file at or below a path was changed, in milliseconds. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newestChange(join(path, name))), status.mtimeMs);
}

// The stamp is written last: an interrupted build is no build.
const isBuilt =
  existsSync(stamp) && sources.every((source) => newestChange(join(root, source)) < statSync(stamp).mtimeMs);
if (!isBuilt) {
  const began = performance.now();
  console.log('  Building the dashboard …');
  await build({ root, logLevel: 'warn' });
  writeFileSync(stamp, '');
  console.log(`  Dashboard built (${((performance.now() - began) / 1000).toFixed(1)} s).`);
}
