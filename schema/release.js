import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// pnpm release VERSION: what is unreleased gets its version and date, and the contract as it is becomes the one that later changes are compared with.

const root = join(import.meta.dirname, '..');
const [version] = process.argv.slice(2);
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const [, unreleased] = /^## Unreleased\n([^]*?)(?=^## |$(?![^]))/m.exec(changelog) ?? [];

/** @returns {string | null} why there is no release; null when there is one */
function obstacle() {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version)) return 'usage: pnpm release MAJOR.MINOR.PATCH';
  if (changelog.includes(`\n## ${version} `)) return `${version} is released already`;
  if (!unreleased?.trim()) return 'CHANGELOG.md says of nothing that is unreleased';
  return null;
}

const reason = obstacle();
if (reason) {
  console.error(reason);
  process.exitCode = 1;
} else {
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(root, 'CHANGELOG.md'),
    changelog.replace('## Unreleased\n', () => `## Unreleased\n\n## ${version} · ${day}\n`),
  );
  copyFileSync(join(root, 'schema/schema.graphql'), join(root, 'schema/released.graphql'));
  for (const folder of ['.', 'schema', 'server', 'dashboard', 'seeds', 'test']) {
    const path = join(root, folder, 'package.json');
    const text = readFileSync(path, 'utf8');
    if (text.includes('"version"')) writeFileSync(path, text.replace(/"version": "[^"]*"/, `"version": "${version}"`));
  }
  console.log(`${version} is written: look at the diff, commit it, tag it v${version}.`);
}
