// Figures, dates and durations as text. Pure; amounts never pass through a floating-point number.
import { type Locale } from './locale.tsx';

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, known);
  return known as Intl.NumberFormat;
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known as Intl.DateTimeFormat;
}

/** "123456" with 2 digits becomes "1234.56": exact, for Intl and for files. */
export function majorText(minor: string, minorDigits: number): `${number}` {
  const isNegative = minor.startsWith('-');
  const digits = (isNegative ? minor.slice(1) : minor).padStart(minorDigits + 1, '0');
  const whole = digits.slice(0, digits.length - minorDigits);
  const part = minorDigits === 0 ? '' : `.${digits.slice(-minorDigits)}`;
  return `${isNegative ? '-' : ''}${whole}${part}` as `${number}`;
}

/** For charts only, where a pixel is coarser than the rounding. */
export function majorNumber(minor: string, minorDigits: number): number {
  return Number(majorText(minor, minorDigits));
}

export function formatAmount(minor: string, locale: Locale): string {
  const digits = { minimumFractionDigits: locale.minorDigits, maximumFractionDigits: locale.minorDigits };
  return numberFormat(locale.language, digits).format(majorText(minor, locale.minorDigits)).replace('-', '−');
}

/** "4.21B" or "42.13亿": for headlines; the exact amount belongs beside it or in its title. */
export function formatCompact(minor: string, locale: Locale): string {
  return compactNumber(majorText(minor, locale.minorDigits), locale.language);
}

export function compactNumber(value: number | `${number}`, language: string): string {
  const options: Intl.NumberFormatOptions = {
    notation: 'compact',
    maximumSignificantDigits: 4,
    useGrouping: 'always',
  };
  return numberFormat(language, options).format(value).replace('-', '−');
}

export function formatCount(count: number, language: string): string {
  return numberFormat(language, {}).format(count);
}

/** `1.4 GB`: powers of ten, as disks are sold. */
export function formatBytes(bytes: number, language: string): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(steps.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const options = { style: 'unit', unit: steps[step]!, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return numberFormat(language, options).format(bytes / 1_000 ** step);
}

export function formatRatio(value: number | `${number}`, language: string, digits = 2): string {
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** The day of a business date, which has no time zone. */
export function formatBusinessDate(date: string, language: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(language === 'en' ? 'en-GB' : language, options).format(new Date(`${date}T00:00:00Z`));
}

export type Precision = 'minute' | 'second' | 'micro';

/** Time of day in the institution's zone; microseconds as recorded when asked. */
export function formatTime(moment: string, locale: Locale, precision: Precision = 'second'): string {
  const date = new Date(moment);
  const text = dateFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'minute' ? {} : { second: '2-digit' }),
    hourCycle: 'h23',
    timeZone: locale.timeZone,
  }).format(date);
  if (precision !== 'micro') return text;
  const decimals = /\.(\d+)/.exec(moment)?.[1] ?? '';
  return `${text}.${decimals.padEnd(6, '0').slice(0, 6)}`;
}

/** The calendar day of a moment in the institution's zone, YYYY-MM-DD. */
export function dayOf(moment: string, timeZone: string): string {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(new Date(moment));
}

export function formatDateTime(moment: string, locale: Locale, precision: Precision = 'second'): string {
  return `${formatBusinessDate(dayOf(moment, locale.timeZone), locale.language)} ${formatTime(moment, locale, precision)}`;
}

/** "120 µs", "3 ms", "4.2 s", "12 min 5 s", "1 h 42 min"; in Chinese 微秒, 毫秒, 秒, 分, 小时. What is nought is left out. */
export function formatDuration(millis: number, language: string): string {
  const unit = language === 'zh-CN' ? CHINESE_UNITS : ENGLISH_UNITS;
  if (millis < 1) return `${Math.round(millis * 1_000)} ${unit.us}`;
  if (millis < 1_000) return `${Math.round(millis)} ${unit.ms}`;
  const seconds = Math.round(millis / 1_000);
  if (seconds < 10) return `${formatRatio(millis / 1_000, language, 1)} ${unit.s}`;
  if (seconds < 60) return `${seconds} ${unit.s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return parted(minutes, unit.min, seconds % 60, unit.s, unit.minutes);
  return parted(Math.floor(minutes / 60), unit.h, minutes % 60, unit.min, unit.h);
}

const ENGLISH_UNITS = { us: 'µs', ms: 'ms', s: 's', min: 'min', minutes: 'min', h: 'h' };
const CHINESE_UNITS = { us: '微秒', ms: '毫秒', s: '秒', min: '分', minutes: '分钟', h: '小时' };

function parted(large: number, unit: string, small: number, smallUnit: string, alone: string): string {
  return small === 0 ? `${large} ${alone}` : `${large} ${unit} ${small} ${smallUnit}`;
}

/** "1:42:10", for countdowns. */
export function formatCountdown(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1_000));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** What a person typed ("1,234.5") as minor units; undefined when it is not an amount. */
export function parseAmount(text: string, minorDigits: number): string | undefined {
  const plain = text.replace(/[,，\s]/g, '');
  const match = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!match || (match[2] ?? '').length > minorDigits) return undefined;
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(minorDigits, '0')}`).toString();
}

/** "2027-04-14T09:30" as read on a clock of the zone, as an instant. */
export function momentInZone(localText: string, timeZone: string): string {
  const asUtc = Date.parse(`${localText}Z`);
  const shown = dateFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(new Date(asUtc));
  const offset = Date.parse(`${shown.replace(' ', 'T')}Z`) - asUtc;
  return new Date(asUtc - offset).toISOString();
}

/** The reverse: what a clock of the zone shows, for a datetime field. */
export function localInZone(moment: string, timeZone: string): string {
  const options = { dateStyle: 'short', timeStyle: 'medium', timeZone } as const;
  return dateFormat('sv-SE', options).format(new Date(moment)).replace(' ', 'T');
}
