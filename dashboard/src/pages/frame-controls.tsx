import { ActionIcon, Button, Menu, Text, useComputedColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DemoPerson } from '../api/identity.js';
import type { Identity } from '../api/use-identity.js';
import { useFilters } from '../filters/use-search.js';
import { languageOf, rememberLanguage } from '../i18n/language.js';

/** Switches between Chinese and English, here and at later visits. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const [search, change] = useFilters();
  const other = languageOf(search.lang) === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      c="inherit"
      fw={400}
      lang={other}
      onClick={() => {
        rememberLanguage(other);
        change({ lang: other });
      }}
    >
      {t('nav.language')}
    </Button>
  );
}

/** Switches between light and dark. */
export function SchemeSwitch() {
  const { t } = useTranslation();
  const [, change] = useFilters();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const other = scheme === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      aria-label={t(other === 'dark' ? 'nav.toDark' : 'nav.toLight')}
      onClick={() => change({ theme: other })}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}

/** Who one is; in the demo a menu to be somebody else, elsewhere a way out. */
export function PersonMenu({ identity }: { identity: Identity }) {
  const { t, i18n } = useTranslation(['dashboard', 'labels']);
  const roles = ({ roles: names }: DemoPerson) =>
    names
      .map((name) =>
        i18n.exists(`labels:ActorRole.${name}`)
          ? t(`labels:ActorRole.${name as 'HANDLER'}`)
          : t(`labels:Role.${name as 'MANAGER'}`),
      )
      .join(' · ');
  if (identity.people === null) {
    return identity.token === null ? null : (
      <Button size="compact-sm" variant="default" onClick={() => identity.paste(null)}>
        {t('identity.signOut')}
      </Button>
    );
  }
  const { person } = identity;
  if (person === undefined) return null;
  return (
    <Menu position="bottom-end" width={260} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('identity.choose', { name: person.name })}
          className="person"
        >
          {person.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="people">
        {identity.people.map((one) => (
          <Menu.Item key={one.id} onClick={() => identity.choose(one)} aria-current={one.id === person.id || undefined}>
            <Text size="sm" fw={one.id === person.id ? 600 : 400}>
              {one.name}
            </Text>
            <Text size="xs" c="dimmed">
              {roles(one)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
