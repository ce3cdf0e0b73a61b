import { Alert, Anchor, Box, Button, Container, Group, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import type { Api } from '../api/client.js';
import { useApi } from '../api/use-api.js';
import { IsDemo, useIdentity } from '../api/use-identity.js';
import { useFilters } from '../filters/use-search.js';
import { languageOf } from '../i18n/language.js';
import { LanguageSwitch, PersonMenu, SchemeSwitch } from './frame-controls.js';
import { SignIn } from './sign-in.js';

/** The frame of every page: header, identity, the connection to the API. */
export function Frame() {
  const { t } = useTranslation();
  const [search] = useFilters();
  const identity = useIdentity();
  const api = useApi(identity.token, languageOf(search.lang), identity.renew);
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
          <Provider key={api.token} value={api.client}>
            <IsDemo value={identity.people !== null}>
              <Outlet />
            </IsDemo>
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
