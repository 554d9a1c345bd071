// The palette again for what cannot read CSS variables: Mantine's theme and ECharts. Keep equal to tokens.css.
export const light = {
  paper: '#FBFAF7',
  raised: '#FFFFFF',
  ink: '#1D2127',
  soft: '#59606B',
  faint: '#E4E1DA',
  seal: '#B3302A',
  settled: '#20715F',
  queued: '#A4690B',
  refused: '#7A2E5D',
} as const;

export const dark = {
  paper: '#14161A',
  raised: '#1C1F25',
  ink: '#E9E7E2',
  soft: '#9AA1AC',
  faint: '#2C3038',
  seal: '#E0675F',
  settled: '#58B29B',
  queued: '#E0A94A',
  refused: '#C982AE',
} as const;

export type Palette = { readonly [Name in keyof typeof light]: string };

/** A colour with an opacity, for areas and washes. */
export function faded(hex: string, opacity: number): string {
  return `${hex}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
