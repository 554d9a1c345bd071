// Every "no" of settlement: HTTP status, the reason in ISO 20022's external status reason codes, and two sentences.
import { Refusal, type RefusalDetails, type RefusalText } from '../../platform/refusal.ts';

export interface SettlementRefusalText extends RefusalText {
  /** ISO 20022 ExternalStatusReason1Code. */
  readonly iso: string;
}

export const SETTLEMENT_REFUSALS = {
  amount_not_positive: { status: 422, iso: 'AM02', en: 'The amount must be more than zero.', zh: '金额必须大于零。' },
  wrong_currency: { status: 422, iso: 'AM03', en: 'This book is kept in another currency.', zh: '本账簿使用其他币种。' },
  duplicate_payment: { status: 409, iso: 'AM05', en: 'A payment with this id or UETR exists.', zh: '该标识或 UETR 的支付已存在。' },
  unknown_sender: { status: 422, iso: 'RC07', en: 'The sender is not a participant.', zh: '付款方不是参与者。' },
  unknown_receiver: { status: 422, iso: 'RC08', en: 'The receiver is not a participant.', zh: '收款方不是参与者。' },
  same_party: { status: 422, iso: 'FF10', en: 'Sender and receiver are the same.', zh: '付款方与收款方相同。' },
  account_barred: { status: 422, iso: 'AC06', en: 'An account is frozen or closed.', zh: '账户已冻结或关闭。' },
  payment_not_queued: { status: 409, iso: 'ARDT', en: 'The payment is not waiting.', zh: '该支付不在排队中。' },
  participant_exists: { status: 409, iso: 'FF10', en: 'The participant exists.', zh: '参与者已存在。' },
  limit_malformed: { status: 422, iso: 'FF10', en: 'A limit or reservation is zero or more.', zh: '限额或预留不得为负。' },
} as const satisfies Record<string, SettlementRefusalText>; // prettier-ignore

export type SettlementRefusal = keyof typeof SETTLEMENT_REFUSALS;

export function refuse(code: SettlementRefusal, field?: string, details?: RefusalDetails): never {
  throw new Refusal(code, { ...(field ? { field } : {}), ...(details ? { details } : {}) });
}
