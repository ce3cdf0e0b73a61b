import type { ModelCase } from './case.js';
import type { Move } from './judge.js';
import { concerned } from './moves.js';
import { plain, type Sequence } from './sequence.js';

/** Moves in several cases of a payment at once; what one of them gives back the others cannot. */
export async function race(moves: (readonly [Sequence, Move])[]): Promise<void> {
  const runs = await Promise.all(
    moves.map(async ([sequence, move]) => {
      sequence.tell(move, null);
      const isGiving = gives(sequence.c, move);
      return {
        sequence,
        move,
        isGiving,
        versionBefore: sequence.state.version,
        actual: await sequence.send(move, plain),
      };
    }),
  );
  // What was done came before what was refused, and what gave nothing back before what left nothing to give.
  const turn = ({ actual, isGiving }: (typeof runs)[number]) => (actual.refusal ? 2 : isGiving ? 1 : 0);
  for (const { sequence, move, versionBefore, actual } of runs.toSorted((one, other) => turn(one) - turn(other))) {
    const stageBefore = sequence.c.stage;
    const expected = sequence.judge(move, false, actual);
    if (expected) await sequence.expectUntouched();
    else await sequence.settle(versionBefore, true);
    sequence.coverage.see(stageBefore, move.command, expected);
    sequence.coverage.note('RACED');
    if (expected) sequence.coverage.outrun += 1;
  }
}

/** Whether money is agreed on with this move: it is the last consent, or needs none. */
function gives(c: ModelCase, { command, input, player }: Move): boolean {
  if (command === 'fastTrack') return true;
  const proposal = c.proposals.find(({ id }) => id === input['proposalId']);
  if (command !== 'acceptProposal' || !proposal) return false;
  const own = c.partyOf(player.id)?.id;
  return concerned(proposal).every((id) => id === own || proposal.answers.get(id) === 'ACCEPTED');
}
