import {
  Combobox,
  createTheme,
  DEFAULT_THEME,
  MantineProvider,
  Menu,
  mergeMantineTheme,
  Popover,
  Tooltip,
} from '@mantine/core';
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { parseSearch, readSearch, stringifySearch } from './filters/search.js';
import { useFilters } from './filters/use-search.js';
import { languageOf, showLanguage } from './i18n/language.js';
import { Failure } from './panels/failure.js';
import { Frame } from './pages/frame.js';
import { NotFound } from './pages/not-found.js';
import { OverviewPage } from './pages/overview.js';

const theme = mergeMantineTheme(
  DEFAULT_THEME,
  createTheme({
    primaryColor: 'indigo',
    primaryShade: { light: 8, dark: 5 },
    autoContrast: true,
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    headings: { fontFamily: 'inherit', fontWeight: '600' },
    cursorType: 'pointer',
    // What pops up stays inside the landmark it belongs to.
    components: {
      Popover: Popover.extend({ defaultProps: { withinPortal: false } }),
      Menu: Menu.extend({ defaultProps: { withinPortal: false } }),
      Combobox: Combobox.extend({ defaultProps: { withinPortal: false } }),
      Tooltip: Tooltip.extend({
        defaultProps: {
          withinPortal: false,
          multiline: true,
          maw: 280,
          events: { hover: true, focus: true, touch: true },
        },
      }),
    },
  }),
);

/** The theme, colour scheme and language the address asks for, around every page. */
function Root() {
  const [search] = useFilters();
  const language = languageOf(search.lang);
  useEffect(() => void showLanguage(language), [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" forceColorScheme={search.theme}>
      <Frame />
    </MantineProvider>
  );
}

const root = createRootRoute({ validateSearch: readSearch, component: Root, notFoundComponent: NotFound });
const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: OverviewPage,
  errorComponent: () => <Failure code="INTERNAL" onRetry={() => location.reload()} />,
});

export const router = createRouter({ routeTree: root.addChildren([overview]), parseSearch, stringifySearch });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
