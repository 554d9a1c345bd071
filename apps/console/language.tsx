// The console's texts in the language chosen, remembered on this machine; the browser's language at first.
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { type Title } from '../../client/index.ts';
import { type Language } from '../../ui/index.ts';
import { en, type Texts } from './messages/en.ts';
import { zhCN } from './messages/zh-CN.ts';

const STORAGE_KEY = 'feiqian.language';

interface Chosen {
  language: Language;
  texts: Texts;
  setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<Chosen>({ language: 'en', texts: en, setLanguage: () => undefined });

function firstLanguage(): Language {
  const kept = localStorage.getItem(STORAGE_KEY);
  if (kept === 'en' || kept === 'zh-CN') return kept;
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORAGE_KEY, language);
  }, [language]);
  const texts = language === 'zh-CN' ? zhCN : en;
  return <LanguageContext value={{ language, texts, setLanguage }}>{children}</LanguageContext>;
}

export function useLanguage(): Chosen {
  return useContext(LanguageContext);
}

export function useTexts(): Texts {
  return useContext(LanguageContext).texts;
}

/** Reads a title that came from data in the language chosen. */
export function useTitle(): (title: Title) => string {
  const { language } = useLanguage();
  return (title) => (language === 'zh-CN' ? title.zh : title.en);
}
