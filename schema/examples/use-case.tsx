// useCase(socket, id): the case as it stands now, rendered anew after every change; the socket reconnects by itself.
import type { Case, NextDue } from '@accord/schema/types';
import type { Client } from 'graphql-ws';
import { useEffect, useState } from 'react';

type Shown = Pick<Case, 'number' | 'version' | 'stage' | 'outcome'> & {
  nextDue: Pick<NextDue, 'clock' | 'dueOn' | 'risk'> | null;
};

const query = `subscription ($id: ID!) {
  caseUpdated(id: $id) { number version stage outcome nextDue { clock dueOn risk } }
}`;

export function useCase(socket: Client, id: string): { shown: Shown | null; error: string | null } {
  const [shown, show] = useState<Shown | null>(null);
  const [error, fail] = useState<string | null>(null);
  useEffect(
    () =>
      socket.subscribe<{ caseUpdated: Shown }>(
        { query, variables: { id } },
        {
          next: ({ data, errors }) => (data ? show(data.caseUpdated) : fail(errors?.[0]?.message ?? null)),
          error: (refused) =>
            fail((refused as readonly { message: string }[])[0]?.message ?? 'the connection was refused'),
          complete: () => {},
        },
      ),
    [socket, id],
  );
  return { shown, error };
}
