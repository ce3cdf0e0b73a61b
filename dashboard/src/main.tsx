import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './mantine.css';
import './app.css';
import { router } from './app.js';
import { parseSearch, readSearch } from './filters/search.js';
import { languageOf, showLanguage, startLanguages } from './i18n/language.js';

await startLanguages();
await showLanguage(languageOf(readSearch(parseSearch(location.search)).lang));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
