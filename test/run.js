import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Plain JavaScript: it has its last line to say even where the install failed and only an older Node is there.

const root = join(import.meta.dirname, '..');

/**
 * @param {string} title
 * @param {string} command
 * @param {string} folder
 */
function succeeds(title, command, folder = root) {
  console.log(`\n— ${title}: ${command}`);
  return spawnSync(command, { cwd: folder, shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Every step runs even when one before it failed, and a failed step counts as one failed test; a skipped test counts as failed. */
function run() {
  const steps = [
    succeeds('formatting', 'oxfmt --check'),
    succeeds('types and build', 'tsc -b'),
    succeeds('lint and walls', 'oxlint --type-aware --deny-warnings'),
    succeeds('unused code', 'knip'),
    succeeds('dashboard', 'node dashboard/build.ts'),
  ];
  const failedSteps = steps.filter((isDone) => !isDone).length;
  const folder = mkdtempSync(join(tmpdir(), 'accord-report-'));
  const file = join(folder, 'report.json');
  const isGreen = succeeds(
    'tests',
    `node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json="${file}"`,
    import.meta.dirname,
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
    const failedTests = numFailedTests + numPendingTests + numTodoTests;
    return { passed: numPassedTests, failed: failedSteps + (isGreen ? failedTests : Math.max(failedTests, 1)) };
  } catch {
    return { passed: 0, failed: failedSteps + 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { passed, failed } = run();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
