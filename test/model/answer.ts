/** What the server said to a command. */
export interface Answer {
  refusal: string | null;
  blockers: string[];
  ids: unknown;
}

/** Blocked by nothing but these a command is too late. */
const lastDays = ['WINDOW_PASSED', 'PROPOSAL_EXPIRED', 'OPINION_LATE', 'MEETING_BEGUN'];

/** The refusal is the one foreseen; of several blockers one is enough. */
export function matches(expected: string | null, { refusal, blockers }: Answer): boolean {
  if (expected === null || blockers.length === 0) return expected === refusal;
  const isLate = lastDays.includes(expected) && blockers.every((code) => lastDays.includes(code));
  return blockers.includes(expected) && refusal === (isLate ? 'DEADLINE_PASSED' : 'GUARD_FAILED');
}
