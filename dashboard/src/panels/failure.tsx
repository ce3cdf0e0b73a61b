import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../i18n/error-text.js';

/** Says in words why nothing can be shown, and offers another try. */
export function Failure({ code, onRetry }: { code: string; onRetry: () => void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Alert color="red" variant="light" title={t('state.failed')} role="alert" data-code={code}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{errorText(code)}</Text>
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
