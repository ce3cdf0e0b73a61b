import { connect, type Socket } from 'node:net';

/** One HTTP request by POST, and what tells that it was answered as it should be. */
export interface Question {
  path: string;
  body: string;
  token: string;
}

/** What came of asking for a while. */
export interface Asked {
  requests: number;
  seconds: number;
  /** How long each answer took, in milliseconds, unsorted. */
  latencies: number[];
}

const head = /^HTTP\/1\.1 (\d+) [^\r]*\r\n/;
const length = /\r\ncontent-length: *(\d+)/i;

/** A connection that is kept open and asks one question after the other. */
class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #settle: { answer: (text: string) => void; fail: (error: Error) => void } | null = null;

  constructor({ hostname, port, host }: URL) {
    this.#host = host;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.on('data', (part) => this.#hear(part));
    this.#socket.on('error', (error) => this.#settle?.fail(error));
    this.#socket.on('close', () => this.#settle?.fail(new Error('The server closed a connection.')));
  }

  /** The body of the answer, whatever its status. */
  ask({ path, body, token }: Question): Promise<string> {
    return new Promise((answer, fail) => {
      this.#settle = { answer, fail };
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  #hear(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const headers = this.#received.toString('latin1', 0, end);
    const size = Number(length.exec(headers)?.[1]);
    if (!head.test(headers) || Number.isNaN(size))
      return this.#settle?.fail(new Error(`No answer that counts: ${headers}`));
    if (this.#received.length < end + 4 + size) return;
    const body = this.#received.toString('utf8', end + 4, end + 4 + size);
    this.#received = this.#received.subarray(end + 4 + size);
    const settle = this.#settle;
    this.#settle = null;
    settle?.answer(body);
  }
}

/**
 * A closed loop: so many connections each ask the next question as soon as the last one is answered, until the time is over. An
 * answer that is not `isGood` ends it with an error.
 */
export async function askFor(
  url: string,
  connections: number,
  seconds: number,
  next: (connection: number) => Question,
  isGood: (answer: string) => boolean,
): Promise<Asked> {
  const open = Array.from({ length: connections }, () => new Connection(new URL(url)));
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  try {
    await Promise.all(
      open.map(async (connection, index) => {
        for (let asked = performance.now(); asked < end; asked = performance.now()) {
          const answer = await connection.ask(next(index));
          if (!isGood(answer)) throw new Error(`A wrong answer: ${answer.slice(0, 2000)}`);
          latencies.push(performance.now() - asked);
        }
      }),
    );
    return { requests: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
  } finally {
    for (const connection of open) connection.close();
  }
}

/** Asks once on a connection of its own. */
export async function askOnce(url: string, question: Question): Promise<string> {
  const connection = new Connection(new URL(url));
  try {
    return await connection.ask(question);
  } finally {
    connection.close();
  }
}
