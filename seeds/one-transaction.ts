import type { Runtime } from '@accord/server/commands/runtime';

/** What a command says to its connection to begin and end its transaction, and what is said instead. */
const boundaries: readonly (readonly [RegExp, string])[] = [
  [/^begin;/, 'savepoint command;'],
  [/^commit$/, 'release savepoint command'],
  [/^rollback$/, 'rollback to savepoint command'],
];

/**
 * Runs commands one after the other in a single transaction, each as a savepoint in it: all of them happen or none, and nobody
 * sees some of them. The bell rings once they have.
 */
export async function inOneTransaction<T>(runtime: Runtime, work: (within: Runtime) => Promise<T>): Promise<T> {
  const client = await runtime.pool.connect();
  const query = (statement: unknown, values?: unknown[]) => {
    const boundary = typeof statement === 'string' && boundaries.find(([said]) => said.test(statement));
    return client.query(boundary ? statement.replace(...boundary) : (statement as string), values);
  };
  const pool = { query, connect: async () => ({ query, release() {} }) } as unknown as Runtime['pool'];
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
