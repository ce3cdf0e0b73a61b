import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, type Language } from '../filters/choice.js';
import './resources.js';

const words = {
  'zh-CN': () => Promise.all([import('./zh-CN.json'), import('@accord/schema/labels/zh-CN.json')]),
  en: () => Promise.all([import('./en.json'), import('@accord/schema/labels/en.json')]),
};

const rememberedKey = 'accord.language';

/** What was chosen on an earlier visit, else the first of the browser's languages that is spoken here, else English; the same as long as the page lives. */
const usual = remembered() ?? ofBrowser(navigator.languages);

/** The language of the page: what the address says, else the usual one. */
export function languageOf(asked: Language | undefined): Language {
  return asked ?? usual;
}

/** Keeps a choice for later visits. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(rememberedKey, language);
}

function remembered(): Language | undefined {
  const kept = localStorage.getItem(rememberedKey);
  return languages.find((language) => language === kept);
}

function ofBrowser(wanted: readonly string[]): Language {
  const first = wanted.find((language) => /^(zh|en)\b/i.test(language));
  return first && /^zh/i.test(first) ? 'zh-CN' : 'en';
}

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
