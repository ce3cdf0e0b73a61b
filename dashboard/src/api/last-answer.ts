import { useState } from 'react';

/** An answer and the question it answers, which may be the one before the filters' last change. */
export interface Answer<Data, Variables> {
  data: Data;
  variables: Variables;
}

/** Failures that pass by themselves; meanwhile the last answer stays on the screen. */
const passing = ['NETWORK', 'INTERNAL', 'RATE_LIMITED'];

/** The newest answer, kept over a passing failure and over the wait for the next one. */
export function useLastAnswer<Data, Variables>(
  answer: Answer<Data, Variables> | undefined,
  failure: string | undefined,
): Answer<Data, Variables> | undefined {
  const [last, setLast] = useState<Answer<Data, Variables>>();
  if (answer !== undefined && answer.data !== last?.data) setLast(answer);
  if (failure !== undefined && !passing.includes(failure)) return undefined;
  return answer ?? last;
}
