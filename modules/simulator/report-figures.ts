// Figures as a report prints them. Amounts stay whole numbers; a floating number is used only where a pixel is coarser.
import { type ReportWords } from './report-words.ts';

export interface Figures {
  /** `1,234.56` */
  amount(minor: string): string;
  /** `1.23M`, `123万` */
  compact(value: number): string;
  count(count: number): string;
  decimal(value: number, digits: number): string;
  /** The share of a whole, `12.3 %`; a dash of nothing. */
  share(part: string, whole: string): string;
  duration(seconds: number): string;
  /** For drawing. */
  major(minor: string): number;
}

export function figuresOf({ locale }: ReportWords, minorDigits: number): Figures {
  const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count });
  const exact = new Intl.NumberFormat(locale, digits(minorDigits));
  const whole = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const decimal = (value: number, count: number) => new Intl.NumberFormat(locale, digits(count)).format(value);
  const isChinese = locale.startsWith('zh');
  const units = isChinese ? ['秒', '分', '小时'] : ['s', 'min', 'h'];
  return {
    amount: (minor) => exact.format(majorText(minor, minorDigits)).replace('-', '−'),
    compact: (value) => compact.format(value).replace('-', '−'),
    count: (count) => whole.format(count),
    decimal,
    share: (part, all) => (all === '0' ? '–' : `${decimal(Number((BigInt(part) * 10_000n) / BigInt(all)) / 100, 1)} %`),
    duration: (seconds) => {
      const total = Math.round(seconds);
      if (seconds < 60) return `${decimal(seconds, Number.isInteger(seconds) ? 0 : 1)} ${units[0]}`;
      if (total < 3_600)
        return `${Math.floor(total / 60)} ${units[1]}${total % 60 ? ` ${total % 60} ${units[0]}` : ''}`;
      const minutes = Math.floor(total / 60) % 60;
      return `${Math.floor(total / 3_600)} ${units[2]}${minutes ? ` ${minutes} ${units[1]}` : ''}`;
    },
    major: (minor) => Number(majorText(minor, minorDigits)),
  };
}

function majorText(minor: string, minorDigits: number): `${number}` {
  const isNegative = minor.startsWith('-');
  const text = (isNegative ? minor.slice(1) : minor).padStart(minorDigits + 1, '0');
  const whole = text.slice(0, text.length - minorDigits);
  const part = minorDigits === 0 ? '' : `.${text.slice(-minorDigits)}`;
  return `${isNegative ? '-' : ''}${whole}${part}` as `${number}`;
}

/** Names come from files: nothing of them may become markup. */
export function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character]!);
}
