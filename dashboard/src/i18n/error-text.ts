import { useTranslation } from 'react-i18next';

/** The sentence people are shown for an error code; an unknown code reads as INTERNAL. */
export function useErrorText(): (code: string) => string {
  const { t, i18n } = useTranslation(['dashboard', 'labels']);
  return (code) => {
    if (code === 'NETWORK') return t('state.network');
    return i18n.exists(`labels:ErrorCode.${code}`)
      ? t(`labels:ErrorCode.${code as 'INTERNAL'}`)
      : t('labels:ErrorCode.INTERNAL');
  };
}
