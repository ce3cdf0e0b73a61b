import type { Runtime } from '@accord/server/commands/runtime';

/** What a command says to its connection to begin and end its transaction, what is said instead, and how it then stands. */
const boundaries: readonly (readonly [RegExp, string, 'T' | 'I'])[] = [
  [/^begin;/, 'savepoint command;', 'T'],
  [/^commit$/, 'release savepoint command', 'I'],
  [/^rollback$/, 'rollback to savepoint command', 'I'],
];

/**
 * Runs commands one after the other in a single transaction, each as a savepoint in it: all of them happen or none, and nobody
 * sees some of them. The bell rings once they have.
 */
export async function inOneTransaction<T>(runtime: Runtime, work: (within: Runtime) => Promise<T>): Promise<T> {
  const client = await runtime.pool.connect();
  let status: 'T' | 'I' = 'I';
  const query = async (statement: unknown, values?: unknown[]) => {
    const boundary = typeof statement === 'string' && boundaries.find(([said]) => said.test(statement));
    if (!boundary) return client.query(statement as string, values);
    const [said, instead, then] = boundary;
    const answer = await client.query(statement.replace(said, instead));
    status = then;
    return answer;
  };
  const connected = { query, release() {}, getTransactionStatus: () => status };
  const pool = { query, connect: async () => connected } as unknown as Runtime['pool'];
  try {
    await client.query('begin');
    const answer = await work({ ...runtime, pool, doorbell: { ...runtime.doorbell, ring() {} } });
    await client.query('commit');
    runtime.doorbell.ring();
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
