import type { Move } from './judge.js';
import { plain, type Sequence } from './sequence.js';

/** Moves in several cases of a payment at once; what one of them gives back the others cannot. */
export async function race(moves: (readonly [Sequence, Move])[]): Promise<void> {
  const answers = await Promise.all(
    moves.map(async ([sequence, move]) => {
      sequence.tell(move, null);
      return { sequence, move, versionBefore: sequence.state.version, actual: await sequence.send(move, plain) };
    }),
  );
  const isDone = (each: (typeof answers)[number]) => each.actual.refusal === null;
  for (const each of [...answers.filter(isDone), ...answers.filter((one) => !isDone(one))]) {
    const { sequence, move, versionBefore, actual } = each;
    const stageBefore = sequence.c.stage;
    const expected = sequence.judge(move, false, actual);
    if (expected) await sequence.expectUntouched();
    else await sequence.settle(versionBefore, true);
    sequence.coverage.see(stageBefore, move.command, expected);
    sequence.coverage.note('RACED');
    if (expected) sequence.coverage.outrun += 1;
  }
}
