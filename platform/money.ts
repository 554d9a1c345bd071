// Money is a currency and a whole number of its minor units. No floating point, no silent rounding, no mixing.
import { Refusal } from './refusal.ts';

export interface Money {
  /** ISO 4217 alphabetic code. */
  readonly currency: string;
  /** Minor units: fen, cents, yen. May be negative in a net position. */
  readonly minor: bigint;
}

// ISO 4217 currencies whose minor unit is not two digits.
const EXPONENTS: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLF: 4, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3,
  OMR: 3, PYG: 0, RWF: 0, TND: 3, UGX: 0, UYI: 0, UYW: 4, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
}; // prettier-ignore

/** Digits after the decimal point of a currency's amounts. */
export function minorDigits(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

/** `123450n, 'CNY'` → `1234.50`: the form of ISO 20022 amounts. */
export function formatMinor(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * `1234.5`, CNY → `123450n`. Refuses `amount_malformed` for anything but plain decimals, and `amount_too_precise`
 * when the amount has more digits after the point than the currency (trailing zeros are fine).
 */
export function parseMinor(text: string, currency: string, field?: string): bigint {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) throw new Refusal('amount_malformed', field ? { field } : {});
  const digits = minorDigits(currency);
  const fraction = match[2] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) throw new Refusal('amount_too_precise', field ? { field } : {});
  return BigInt(match[1]! + fraction.slice(0, digits).padEnd(digits, '0'));
}

/** Adds two amounts of one currency; different currencies are a fault in the caller. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`Fault: ${a.currency} added to ${b.currency}`);
  return { currency: a.currency, minor: a.minor + b.minor };
}
