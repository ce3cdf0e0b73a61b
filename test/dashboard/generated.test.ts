import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it('the generated operations are what the contract and the documents make (`pnpm --filter @accord/dashboard codegen` writes them)', () => {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/graphql-codegen'), ['--check'], {
    cwd: join(root, 'dashboard'),
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
});
