// What a message asks for before it is decided, for whoever counts it against a limit: so many payments, and so much.
import { minorDigits } from '../../../platform/money.ts';
import { attribute, child, type Element } from '../../iso20022/index.ts';
import { type AskedPayments } from '../context.ts';
import { canBeRead, type Inbound } from './inbound.ts';

export function askedBy(inbound: Inbound, currency: string): AskedPayments {
  const { senderId: participantId, kind = '', transactions } = inbound;
  if (!/^pacs\.00[489]\./.test(kind) || !canBeRead(inbound)) return { participantId, payments: 0, amountMinor: 0n };
  const amountMinor = transactions.reduce((sum, each) => sum + amountOf(each, currency), 0n);
  return { participantId, payments: transactions.length, amountMinor };
}

/** Nothing for another currency; digits beyond the currency's are left off: the decision refuses both. */
function amountOf(transaction: Element, currency: string): bigint {
  const money = child(transaction, 'RtrdIntrBkSttlmAmt') ?? child(transaction, 'IntrBkSttlmAmt');
  const written = /^(\d+)(?:\.(\d*))?$/.exec(money?.text ?? '');
  if (!written || attribute(money, 'Ccy') !== currency) return 0n;
  const digits = minorDigits(currency);
  return BigInt(written[1]! + (written[2] ?? '').slice(0, digits).padEnd(digits, '0'));
}
