import { Alert, Button, Stack, Text } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { IsDemo } from '../api/use-identity.js';
import { useErrorText } from '../i18n/error-text.js';

/** Says in words why nothing can be shown, and offers another try. */
export function Failure({ code, onRetry }: { code: string; onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const isDemo = useContext(IsDemo);
  return (
    <Alert color="red" variant="light" title={t('state.failed')} role="alert" data-code={code}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{errorText(code)}</Text>
        {code === 'FORBIDDEN' && isDemo && <Text size="sm">{t('identity.beManager')}</Text>}
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
