import type { ImportReport } from '@accord/server/commands/import-cases';

/** What an import did, as lines for people: what was written first, then everything that was not. */
export function reportLines(report: ImportReport): string[] {
  const { caseCount, eventCount, answerCount, waitCount, resolvedCount, knownCaseCount, grown, unplaced } = report;
  const lines = [
    `Imported ${plural(caseCount, 'case')} with ${plural(eventCount, 'event')}: ${plural(answerCount, 'answer')}, ${plural(waitCount, 'wait')}, ${plural(resolvedCount, 'resolution')}.`,
  ];
  if (knownCaseCount > 0) lines.push(`Left ${plural(knownCaseCount, 'case')} as they are, imported before.`);
  for (const { foreignCase, newRowCount } of grown) {
    lines.push(`  ${JSON.stringify(foreignCase)}: already imported, ${plural(newRowCount, 'new row')} not taken`);
  }
  const without = [...report.withoutMeaning].sort((one, other) => other[1] - one[1]);
  if (without.length > 0) {
    lines.push(
      `Kept without a meaning: ${without.map(([activity, count]) => `${JSON.stringify(activity)} (${count})`).join(', ')}.`,
    );
  }
  if (report.neverSeen.length > 0) {
    lines.push(
      `Named by the map and not in the file: ${report.neverSeen.map((name) => JSON.stringify(name)).join(', ')}.`,
    );
  }
  if (unplaced.length > 0) lines.push(`Could not place ${plural(unplaced.length, 'row')}:`);
  return [...lines, ...unplaced.map(({ line, reason }) => `  line ${line}: ${reason}`)];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
