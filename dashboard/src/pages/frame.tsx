import { Alert, Anchor, Box, Button, Container, Group, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { openApi, type Api } from '../api/client.js';
import { useIdentity } from '../api/use-identity.js';
import { defaults } from '../filters/search.js';
import { useFilters } from '../filters/use-search.js';
import { LanguageSwitch, PersonMenu, SchemeSwitch } from './frame-controls.js';
import { SignIn } from './sign-in.js';

/** The frame of every page: header, identity, the connection to the API. */
export function Frame() {
  const { t } = useTranslation();
  const [search] = useFilters();
  const identity = useIdentity();
  const api = useApi(identity.token, search.lang ?? defaults.lang);
  return (
    <>
      <Anchor href="#content" className="skip">
        {t('nav.skip')}
      </Anchor>
      <Box component="header" className="header">
        <Container size="xl" className="header-row">
          <Group gap="lg" wrap="nowrap">
            <Link to="/" search={{ lang: search.lang, theme: search.theme }} className="brand">
              <img src="/icon.svg" width={24} height={24} alt="" />
              {t('product')}
            </Link>
            {api && <SocketMark api={api} />}
          </Group>
          <Group gap="xs" component="nav" className="header-links">
            <Anchor href="/explorer" size="sm" c="inherit">
              {t('nav.explorer')}
            </Anchor>
            {identity.people !== null && (
              <Anchor href="/demo" size="sm" c="inherit">
                {t('nav.demo')}
              </Anchor>
            )}
            <LanguageSwitch />
            <SchemeSwitch />
            <PersonMenu identity={identity} />
          </Group>
        </Container>
      </Box>
      <Container size="xl" component="main" id="content" py="lg">
        {identity.isUnreachable && (
          <Alert color="red" variant="light" title={t('identity.unreachable')}>
            <Button size="xs" variant="default" onClick={identity.retry}>
              {t('state.retry')}
            </Button>
          </Alert>
        )}
        {identity.needsToken && <SignIn onToken={identity.paste} />}
        {api && (
          <Provider key={identity.token} value={api.client}>
            <Outlet />
          </Provider>
        )}
      </Container>
    </>
  );
}

/** Says when the live connection is lost. */
function SocketMark({ api }: { api: Api }) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(api.socket.subscribe, api.socket.read);
  if (state === 'quiet') return null;
  return (
    <Text size="xs" role="status" className="socket" data-state={state}>
      <span className="socket-dot" aria-hidden="true" />
      <span className={state === 'lost' ? undefined : 'wide-only'}>{t(`socket.${state}`)}</span>
    </Text>
  );
}

/** The API for a token and a language, closed when either changes. */
function useApi(token: string | null, language: string): Api | undefined {
  const [api, setApi] = useState<Api>();
  useEffect(() => {
    if (token === null) return setApi(undefined);
    const opened = openApi(token, language);
    setApi(opened);
    return opened.close;
  }, [token, language]);
  return api;
}
