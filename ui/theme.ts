// Mantine in the house's colours. Anything a component of ours draws itself uses tokens.css instead.
import { createTheme, type MantineColorsTuple } from '@mantine/core';

const seal: MantineColorsTuple = [
  '#faeeec',
  '#f3d5d2',
  '#eeb9b5',
  '#e89a95',
  '#e3807a',
  '#e0675f',
  '#c9463f',
  '#b3302a',
  '#932621',
  '#741d19',
];

export const theme = createTheme({
  primaryColor: 'seal',
  primaryShade: { light: 7, dark: 5 },
  colors: { seal },
  fontFamily: 'var(--text)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--text)' },
  defaultRadius: 3,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '22px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});
