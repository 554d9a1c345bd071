// Whether a text is a value of its type: the lexical forms of XML Schema 1.0 and the facets the messages use.
import type { ValueType } from './description.ts';
import type { Rule, RuleText } from './rules.ts';

export interface ValueFault {
  readonly rule: Rule;
  readonly filling: Record<string, string | number | RuleText>;
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** Undefined when the text is valid. Called for every leaf of every message: the straight way allocates nothing. */
export function checkValue(type: ValueType, raw: string): ValueFault | undefined {
  switch (type.base) {
    case 'string':
      return checkString(type, raw);
    case 'decimal':
      return checkDecimal(type, collapse(raw));
    case 'boolean':
      return checkForm(type, raw, /^(?:true|false|1|0)$/);
    case 'date':
      return checkDate(type, raw, false);
    case 'dateTime':
      return checkDate(type, raw, true);
    case 'time':
      return checkForm(type, raw, timeForm);
    case 'gYearMonth':
      return checkForm(type, raw, monthForm);
    case 'base64Binary':
      return checkBase64(type, raw);
  }
}

/** Types other than string let white space stand around the value. */
function collapse(raw: string): string {
  const first = raw.charCodeAt(0);
  const last = raw.charCodeAt(raw.length - 1);
  return first > 32 && last > 32 ? raw : raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

function checkString(type: ValueType, text: string): ValueFault | undefined {
  const { length } = text;
  if (type.codes !== undefined) return type.codes.has(text) ? undefined : codeFault(type.codes, text);
  // Lengths are counted in characters, not in UTF-16 units; they differ only where the cheap test already fails.
  if (length > type.maxLength || length < type.minLength * 2) {
    const count = countCharacters(text);
    if (count > type.maxLength || count < type.minLength) return lengthFault(type, text, count);
  }
  if (type.pattern !== undefined && !type.pattern.test(text)) {
    return { rule: 'value.pattern', filling: { found: text, allowed: type.patternSource! } };
  }
  return undefined;
}

function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) count++;
  return count;
}

function lengthFault(type: ValueType, found: string, count: number): ValueFault {
  const { minLength: least, maxLength: most } = type;
  const allowed = least === most ? `${most}` : `${least}–${most === NO_LIMIT ? '∞' : most}`;
  return { rule: 'value.length', filling: { found, count, allowed } };
}

function codeFault(codes: ReadonlySet<string>, found: string): ValueFault {
  return { rule: 'value.code', filling: { found, allowed: [...codes].join(', ') } };
}

const decimalForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Digits are those of the value: zeros before and after it do not count. */
function checkDecimal(type: ValueType, text: string): ValueFault | undefined {
  if (!decimalForm.test(text)) return typeFault(type, text);
  const point = text.indexOf('.');
  let from = 0;
  const end = point < 0 ? text.length : point;
  while (from < end && (text[from] === '+' || text[from] === '-' || text[from] === '0')) from++;
  let to = text.length;
  if (point >= 0) while (to > point + 1 && text[to - 1] === '0') to--;
  const fraction = point < 0 ? 0 : to - point - 1;
  const digits = Math.max(end - from + fraction, 1);
  if (fraction > type.fractionDigits) {
    return { rule: 'value.fraction', filling: { found: text, count: fraction, allowed: type.fractionDigits } };
  }
  if (digits > type.totalDigits) {
    return { rule: 'value.digits', filling: { found: text, count: digits, allowed: type.totalDigits } };
  }
  // Every range in the messages begins at zero, which a double compares exactly.
  if (text.charCodeAt(0) === 45 && Number(text) < type.minInclusive) {
    return { rule: 'value.range', filling: { found: text, allowed: type.minInclusive } };
  }
  return undefined;
}

const zone = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const dateForm = new RegExp(`^(-?\\d{4,})-(\\d\\d)-(\\d\\d)${zone}$`);
const dateTimeForm = new RegExp(`^(-?\\d{4,})-(\\d\\d)-(\\d\\d)T${clock}${zone}$`);
const timeForm = new RegExp(`^${clock}${zone}$`);
const monthForm = new RegExp(`^(?!0000|-0000)-?(?:\\d{4}|[1-9]\\d{4,})-(?:0[1-9]|1[0-2])${zone}$`);
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function checkDate(type: ValueType, raw: string, withTime: boolean): ValueFault | undefined {
  const text = collapse(raw);
  const match = (withTime ? dateTimeForm : dateForm).exec(text);
  if (match === null) return typeFault(type, text);
  const year = match[1]!;
  const month = Number(match[2]);
  const day = Number(match[3]);
  const yearDigits = year.charCodeAt(0) === 45 ? year.slice(1) : year;
  // XML Schema 1.0: there is no year 0, and only a year past four digits may be longer.
  if (yearDigits === '0000' || (yearDigits.length > 4 && yearDigits.charCodeAt(0) === 48)) return typeFault(type, text);
  if (month < 1 || month > 12 || day < 1) return typeFault(type, text);
  const leap = month === 2 && isLeap(Number(yearDigits.slice(-4)) % 400, year !== yearDigits);
  return day > daysInMonth[month - 1]! + (leap ? 1 : 0) ? typeFault(type, text) : undefined;
}

/** The year before 1 is -1 here, so leap years before it are one off. */
function isLeap(yearInCycle: number, beforeChrist: boolean): boolean {
  const year = beforeChrist ? yearInCycle - 1 : yearInCycle;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function checkForm(type: ValueType, raw: string, form: RegExp): ValueFault | undefined {
  const text = collapse(raw);
  return form.test(text) ? undefined : typeFault(type, text);
}

/** Length is that of the bytes meant, not of the letters that carry them. */
function checkBase64(type: ValueType, raw: string): ValueFault | undefined {
  const text = raw.replace(/[ \t\r\n]+/g, '');
  const wellFormed = text.length % 4 === 0 && /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(text);
  if (!wellFormed) return typeFault(type, raw);
  const bytes = (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  return bytes < type.minLength || bytes > type.maxLength ? lengthFault(type, raw, bytes) : undefined;
}

const typeNames: Record<ValueType['base'], RuleText> = {
  string: { en: 'a text', zh: '文本' },
  decimal: { en: 'a decimal number such as 1234.50', zh: '十进制数（如 1234.50）' },
  boolean: { en: 'true or false', zh: '布尔值（true 或 false）' },
  date: { en: 'a date such as 2027-04-14', zh: '日期（如 2027-04-14）' },
  dateTime: {
    en: 'a date and time such as 2027-04-14T09:30:00+08:00',
    zh: '日期时间（如 2027-04-14T09:30:00+08:00）',
  },
  time: { en: 'a time such as 09:30:00+08:00', zh: '时间（如 09:30:00+08:00）' },
  gYearMonth: { en: 'a month such as 2027-04', zh: '月份（如 2027-04）' },
  base64Binary: { en: 'base64', zh: ' base64 编码' },
};

function typeFault(type: ValueType, found: string): ValueFault {
  return { rule: 'value.type', filling: { found, allowed: typeNames[type.base] } };
}
