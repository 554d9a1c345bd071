// Words for states and reasons, in both languages, as screens show them.
import { type Accepts, type Title } from '../day/calendar.ts';
import { type QueuedReason, type SettledHow } from '../payments/payment.ts';
import { SETTLEMENT_REFUSALS } from '../refusals.ts';

export const QUEUED_REASON_TEXTS: Readonly<Record<QueuedReason, Title>> = {
  'insufficient-funds': { en: 'Not enough liquidity', zh: '流动性不足' },
  'behind-earlier': { en: 'Behind an earlier payment', zh: '排在较早支付之后' },
  reserved: { en: 'Liquidity is reserved for more urgent payments', zh: '流动性已为更紧急的支付预留' },
  'bilateral-limit': { en: 'Bilateral limit reached', zh: '已达双边限额' },
  'multilateral-limit': { en: 'Multilateral limit reached', zh: '已达多边限额' },
  'earliest-time': { en: 'Waits for its earliest moment', zh: '等待最早借记时间' },
  suspended: { en: 'Set aside: a participant is suspended', zh: '已搁置：参与者已暂停' },
};

/** The contract's word for why a payment waits. */
export const WAITS_FOR: Readonly<Record<QueuedReason, string>> = {
  'insufficient-funds': 'liquidity',
  'behind-earlier': 'behind',
  reserved: 'liquidity',
  'bilateral-limit': 'bilateral-limit',
  'multilateral-limit': 'multilateral-limit',
  'earliest-time': 'earliest-time',
  suspended: 'suspended',
};

export const SETTLED_HOW_TEXTS: Readonly<Record<SettledHow, Title>> = {
  direct: { en: 'Settled at once', zh: '即时清算' },
  queue: { en: 'Settled from the queue', zh: '由排队清算' },
  bilateral: { en: 'Settled by bilateral offsetting', zh: '双边轧差清算' },
  gridlock: { en: 'Settled by gridlock resolution', zh: '拥堵解决清算' },
  multilateral: { en: 'Settled by multilateral optimisation', zh: '多边优化清算' },
  clearing: { en: 'Settled with a clearing batch', zh: '随清算批次清算' },
};

export const ACCEPTS_TEXTS: Readonly<Record<Accepts, Title>> = {
  all: { en: 'All payments', zh: '所有支付' },
  interbank: { en: 'Payments between participants and payment returns', zh: '参与者之间的支付和退款' },
  nothing: { en: 'No payments for today', zh: '不再接受当日支付' },
};

const REASONS_OF_ENDING: Readonly<Record<string, Title>> = {
  CUST: { en: 'Requested by the customer', zh: '客户要求' },
  NARR: { en: 'By an operator', zh: '由操作员处理' },
  DUPL: { en: 'Duplicate payment', zh: '重复支付' },
  TM01: { en: 'Its time had passed', zh: '已过时限' },
};

/** What an ISO 20022 reason code means; the code itself when it is none of ours. */
export function isoReasonText(code: string): Title {
  const own = REASONS_OF_ENDING[code];
  if (own) return own;
  const refusal = Object.values(SETTLEMENT_REFUSALS).find(({ iso }) => iso === code);
  return refusal ? { en: refusal.en, zh: refusal.zh } : { en: code, zh: code };
}
