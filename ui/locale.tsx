// What every component needs to say a figure or a date: the language, the currency, the time zone, the server's clock.
import { createContext, useContext, type ReactNode } from 'react';
import { chineseWords, englishWords, type Words } from './words.ts';

export type Language = 'en' | 'zh-CN';

export interface Locale {
  language: Language;
  currency: string;
  minorDigits: number;
  timeZone: string;
}

const LocaleContext = createContext<Locale>({ language: 'en', currency: 'CNY', minorDigits: 2, timeZone: 'UTC' });

export function LocaleProvider({ value, children }: { value: Locale; children: ReactNode }) {
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useWords(): Words {
  return useLocale().language === 'zh-CN' ? chineseWords : englishWords;
}
