// What the transfers of settlement are for, in the words a statement shows.
import { GUARANTEE_CODE } from '../clearing/guarantee.ts';
import { type Title } from '../day/calendar.ts';
import { FUNDING_CODE } from '../participants/change-liquidity.ts';
import { PAYMENT_CODE } from '../payments/settle.ts';

const TRANSFER_TEXTS: Readonly<Record<number, Title>> = {
  [PAYMENT_CODE]: { en: 'Payment', zh: '支付' },
  [GUARANTEE_CODE]: { en: 'Drawn from the guarantee account', zh: '动用担保账户' },
  [FUNDING_CODE]: { en: 'Central bank operation', zh: '中央银行操作' },
};

/** The text for a transfer's code, and the payment it settled, if it settled one. */
export function describeTransfer(transfer: { readonly code: number; readonly transferId: string }): {
  text: Title;
  paymentId: string | null;
} {
  const text = TRANSFER_TEXTS[transfer.code] ?? { en: 'Transfer', zh: '转账' };
  return { text, paymentId: transfer.code === PAYMENT_CODE ? transfer.transferId : null };
}

const TRANSFER_KINDS: Readonly<Record<number, string>> = {
  [PAYMENT_CODE]: 'payment',
  [GUARANTEE_CODE]: 'guarantee',
  [FUNDING_CODE]: 'funding',
};

/** One word for a transfer's code, as entries of statements carry it. */
export function transferKind(code: number): string {
  return TRANSFER_KINDS[code] ?? 'transfer';
}
