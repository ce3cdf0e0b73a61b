import type { Asking } from './question.ts';
import { askFor, type Question } from './load-generator.ts';
import type { Served } from './served.ts';

/** Both sides beside each other, a round each in turn. */
export interface Measured {
  name: string;
  connections: number;
  goal: number;
  accord: Side;
  limit: Side;
  /** The server's share of the limit, a round each, from the least to the most. */
  ratios: number[];
}

interface Side {
  perSecond: number;
  cpuMsPerRequest: number;
}

export interface Effort {
  rounds: number;
  seconds: number;
}

/** The two that are compared. */
export interface Compared {
  accord: Served;
  limit: Served;
}

/** Asks both sides until they run as they do for days: a server that has just started is compiled while it answers. */
export async function warm(asking: Asking, compared: Compared, { rounds, seconds }: Effort): Promise<void> {
  // Three times as long as is measured of them then.
  await measure(asking, 16, compared, { rounds: 3 * rounds, seconds });
}

/** Asks the server and the limit the same in turns, who begins changing from round to round. */
export async function measure(
  asking: Asking,
  connections: number,
  { accord, limit }: Compared,
  { rounds, seconds }: Effort,
): Promise<Measured> {
  const inTurn = (question: Asking['accord']) => {
    let turn = 0;
    return (connection: number) => question((turn += 1), connection);
  };
  const [nextOfAccord, nextOfLimit] = [inTurn(asking.accord), inTurn(asking.limit)];
  const askAccord = () =>
    side(accord, connections, seconds, nextOfAccord, (answer) => {
      asking.hear?.(answer);
      return !answer.includes('"errors":');
    });
  const askLimit = () => side(limit, connections, seconds, nextOfLimit, (answer) => answer.startsWith('{"data":'));
  const sides: { accord: Round; limit: Round }[] = [];
  // What is compiled, prepared and cached at the first request is not what is measured.
  await askAccord();
  await askLimit();
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await askAccord();
      sides.push({ accord: first, limit: await askLimit() });
    } else {
      const first = await askLimit();
      sides.push({ accord: await askAccord(), limit: first });
    }
  }
  return {
    name: asking.name,
    connections,
    goal: asking.goal,
    accord: summed(sides.map((each) => each.accord)),
    limit: summed(sides.map((each) => each.limit)),
    ratios: sides
      .map((each) => each.accord.requests / each.accord.seconds / (each.limit.requests / each.limit.seconds))
      .sort((a, b) => a - b),
  };
}

interface Round {
  requests: number;
  seconds: number;
  cpuMs: number;
}

async function side(
  { url, cpu }: Served,
  connections: number,
  seconds: number,
  next: (connection: number) => Question,
  isGood: (answer: string) => boolean,
): Promise<Round> {
  const before = await cpu();
  const asked = await askFor(url, connections, seconds, next, isGood);
  return { requests: asked.requests, seconds: asked.seconds, cpuMs: (await cpu()) - before };
}

function summed(rounds: readonly Round[]): Side {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  const requests = sum((round) => round.requests);
  return {
    perSecond: requests / sum((round) => round.seconds),
    cpuMsPerRequest: sum((round) => round.cpuMs) / requests,
  };
}

/** The middle of sorted numbers. */
export function median(sorted: readonly number[]): number {
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}
