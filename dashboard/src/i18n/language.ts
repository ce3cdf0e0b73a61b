import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../filters/choice.js';
import './resources.js';

const words = {
  'zh-CN': () => Promise.all([import('./zh-CN.json'), import('@accord/schema/labels/zh-CN.json')]),
  en: () => Promise.all([import('./en.json'), import('@accord/schema/labels/en.json')]),
};

/** Prepares i18next without any words yet; call once. */
export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    ns: ['dashboard', 'labels'],
    defaultNS: 'dashboard',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** Loads a language's words once, shows them, and tells the document its language and title. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'dashboard')) {
    const [dashboard, labels] = await words[language]();
    i18next.addResourceBundle(language, 'dashboard', dashboard.default);
    i18next.addResourceBundle(language, 'labels', labels.default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = `${i18next.t('overview.title')} · ${i18next.t('product')}`;
}
