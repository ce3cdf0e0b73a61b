import { Button, Paper, PasswordInput, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks for a bearer token where no demo offers one. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  return (
    <Paper withBorder radius="md" p="lg" maw={480} mx="auto" mt="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onToken(token.trim().replace(/^Bearer\s+/i, ''));
        }}
      >
        <Stack>
          <Title order={1} size="h3">
            {t('identity.title')}
          </Title>
          <PasswordInput
            label={t('identity.tokenLabel')}
            description={t('identity.tokenHint')}
            value={token}
            onChange={(event) => setToken(event.currentTarget.value)}
            autoComplete="off"
            required
          />
          <Button type="submit" disabled={token.trim() === ''}>
            {t('identity.signIn')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
