import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it.each(['schema', 'dashboard'])(
  'what is generated in %s is what the contract and the documents make (`pnpm contracts` writes it)',
  (folder) => {
    const { status, stdout, stderr } = spawnSync(join(root, folder, 'node_modules/.bin/graphql-codegen'), ['--check'], {
      cwd: join(root, folder),
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
  },
);
