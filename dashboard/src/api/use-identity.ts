import { createContext, useCallback, useEffect, useState } from 'react';
import {
  readPeople,
  rememberedPerson,
  rememberedToken,
  rememberPerson,
  rememberToken,
  type DemoPerson,
} from './identity.js';

/** Who reads: one of the demo's people, or the bearer of a pasted token. */
export interface Identity {
  /** Null where there is no demo, or before its answer. */
  people: readonly DemoPerson[] | null;
  person: DemoPerson | undefined;
  token: string | null;
  needsToken: boolean;
  isUnreachable: boolean;
  choose: (person: DemoPerson) => void;
  paste: (token: string | null) => void;
  /** Asks for the demo's people again. */
  retry: () => void;
  /** Gets fresh tokens where the demo gives them. */
  renew: () => void;
}

/** Whether this is the demo, where one may be anybody. */
export const IsDemo = createContext(false);

/** Finds out who reads: asks for the demo's people once, else takes the token of this tab. */
export function useIdentity(): Identity {
  const [people, setPeople] = useState<DemoPerson[] | null>();
  const [person, setPerson] = useState<DemoPerson>();
  const [pasted, setPasted] = useState(rememberedToken);
  const [isUnreachable, setUnreachable] = useState(false);

  const retry = useCallback(() => {
    setUnreachable(false);
    readPeople().then(
      (found) => {
        setPeople(found);
        setPerson(found === null ? undefined : rememberedPerson(found));
      },
      () => setUnreachable(true),
    );
  }, []);
  useEffect(retry, [retry]);

  return {
    people: people ?? null,
    person,
    token: people === null ? pasted : (person?.token ?? null),
    needsToken: people === null && pasted === null,
    isUnreachable,
    choose: (chosen) => {
      rememberPerson(chosen);
      setPerson(chosen);
    },
    paste: (token) => {
      rememberToken(token);
      setPasted(token);
    },
    retry,
    renew: () => {
      if (people != null) retry();
    },
  };
}
