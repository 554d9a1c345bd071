// Everything a console needs around it: theme, fonts, tokens, locale. The colour scheme is remembered by Mantine.
import '@fontsource-variable/inter/wght.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '@mantine/core/styles.layer.css';
import './tokens.css';
import './base.css';
import './frame.css';
import './parts.css';
import './data-table.css';
import './sheet.css';
import './charts.css';
import './print.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode } from 'react';
import { LocaleProvider, type Locale } from './locale.tsx';
import { theme } from './theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'feiqian.appearance' });

export function UiProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={schemes}>
      <LocaleProvider value={locale}>{children}</LocaleProvider>
    </MantineProvider>
  );
}
