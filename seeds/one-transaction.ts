import type { QueryConfig } from 'pg';
import type { Runtime } from '@accord/server/commands/runtime';

/** What a command says to its connection to begin and end its transaction, what is said instead, and how it then stands. */
const boundaries: readonly (readonly [RegExp, string, 'T' | 'I'])[] = [
  [/^begin;/, 'savepoint command;', 'T'],
  [/^commit$/, 'release savepoint command', 'I'],
  [/^rollback$/, 'rollback to savepoint command', 'I'],
];

/** No statement of it is cut short for being slow: the limits of the server are for those who wait for an answer. */
const unlimited =
  'set local statement_timeout = 0; set local transaction_timeout = 0; set local idle_in_transaction_session_timeout = 0';
/** The client's own limit, which cannot be none. */
const query_timeout = 3_600_000;

/**
 * Runs commands one after the other in a single transaction, each as a savepoint in it: all of them happen or none, and nobody
 * sees some of them. The bell rings once they have.
 */
export async function inOneTransaction<T>(runtime: Runtime, work: (within: Runtime) => Promise<T>): Promise<T> {
  const client = await runtime.pool.connect();
  const ask = (statement: unknown, values?: unknown[]) => {
    const asked = typeof statement === 'string' ? { text: statement, values } : (statement as QueryConfig);
    return client.query({ ...asked, query_timeout } as QueryConfig);
  };
  let status: 'T' | 'I' = 'I';
  const query = async (statement: unknown, values?: unknown[]) => {
    const boundary = typeof statement === 'string' && boundaries.find(([said]) => said.test(statement));
    if (!boundary) return ask(statement, values);
    const [said, instead, then] = boundary;
    const answer = await ask(statement.replace(said, instead));
    status = then;
    return answer;
  };
  const connected = { query, release() {}, getTransactionStatus: () => status };
  const pool = { query, connect: async () => connected } as unknown as Runtime['pool'];
  try {
    await ask(`begin; ${unlimited}`);
    const answer = await work({ ...runtime, pool, doorbell: { ...runtime.doorbell, ring() {} } });
    await ask('commit');
    runtime.doorbell.ring();
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
