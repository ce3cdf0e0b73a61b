import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What vitest's JSON report says that is counted here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const root = join(import.meta.dirname, '..');

function succeeds(title: string, command: string, folder = root): boolean {
  console.log(`\n— ${title}: ${command}`);
  return spawnSync(command, { cwd: folder, shell: true, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Every step runs even when one before it failed, and a failed step counts as one failed test; a skipped test counts as failed. */
function run(): { passed: number; failed: number } {
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
    `vitest run --reporter=default --reporter=json --outputFile.json="${file}"`,
    import.meta.dirname,
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Report;
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
