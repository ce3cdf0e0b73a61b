import { Anchor, Stack, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** What an address without a page shows. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Stack align="center" py="xl">
      <Title order={1} size="h3">
        {t('state.notFound')}
      </Title>
      <Anchor component={Link} to="/">
        {t('state.home')}
      </Anchor>
    </Stack>
  );
}
