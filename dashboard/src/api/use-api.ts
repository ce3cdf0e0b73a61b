import { useEffect, useEffectEvent, useState } from 'react';
import { openApi, type Api } from './client.js';

/** The API for a token and a language, opened anew and the old one closed when either changes. */
export function useApi(token: string | null, language: string, onUnauthenticated: () => void): Api | undefined {
  const [api, setApi] = useState<Api>();
  const refuse = useEffectEvent(onUnauthenticated);
  useEffect(() => {
    if (token === null) return setApi(undefined);
    const opened = openApi(token, language, () => refuse());
    setApi(opened);
    return opened.close;
  }, [token, language]);
  return api;
}
