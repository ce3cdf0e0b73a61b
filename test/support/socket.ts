import { once } from 'node:events';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';

interface Message {
  id?: string;
  type: string;
  payload?: unknown;
}

/** A socket of graphql-transport-ws without a client of its own: what is said is what was written. */
export interface RawSocket {
  readonly socket: WebSocket;
  /** Everything that was told so far. */
  readonly messages: Message[];
  send(message: object): void;
  /** Subscribes under a new id and waits for the first word of it. */
  ask(query: string, variables?: object, operationName?: string): Promise<Message>;
  /** The code it is closed with. */
  closed(): Promise<unknown>;
}

/** Opens a socket and says who one is as soon as it is open; without a token nothing is said. */
export function openSocket(url: string, token?: string): RawSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: Message[] = [];
  const send = (message: object) => socket.send(JSON.stringify(message));
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
  const closing = once(socket, 'close').then(([code]: unknown[]) => code);
  if (token) socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  let number = 0;
  return {
    socket,
    messages,
    send,
    closed: () => closing,
    async ask(query, variables, operationName) {
      await vi.waitFor(() => expect(messages[0]?.type).toBe('connection_ack'), 20_000);
      number += 1;
      const id = String(number);
      send({ id, type: 'subscribe', payload: { query, variables, operationName } });
      return vi.waitFor(() => {
        const answer = messages.find((message) => message.id === id);
        expect(answer).toBeDefined();
        return answer!;
      }, 20_000);
    },
  };
}
