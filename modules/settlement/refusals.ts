// Every "no" of settlement: HTTP status, the reason in ISO 20022's external status reason codes, and two sentences.
import { Refusal, type RefusalDetails, type RefusalText } from '../../platform/refusal.ts';

export interface SettlementRefusalText extends RefusalText {
  /** ISO 20022 ExternalStatusReason1Code. */
  readonly iso: string;
}

export const SETTLEMENT_REFUSALS = {
  amount_not_positive: { status: 422, iso: 'AM01', en: 'The amount must be more than zero.', zh: '金额必须大于零。' },
  wrong_currency: { status: 422, iso: 'AM03', en: 'This book is kept in another currency.', zh: '本账簿使用其他币种。' },
  duplicate_payment: { status: 409, iso: 'AM05', en: 'A payment with this id or UETR exists.', zh: '该标识或 UETR 的支付已存在。' },
  unknown_sender: { status: 422, iso: 'RC03', en: 'The sender is not a participant.', zh: '付款方不是参与者。' },
  unknown_receiver: { status: 422, iso: 'RC04', en: 'The receiver is not a participant.', zh: '收款方不是参与者。' },
  same_party: { status: 422, iso: 'AGNT', en: 'Sender and receiver are the same.', zh: '付款方与收款方相同。' },
  account_frozen: { status: 422, iso: 'AC06', en: 'An account is frozen.', zh: '账户已冻结。' },
  account_closed: { status: 422, iso: 'AC04', en: 'An account is closed.', zh: '账户已关闭。' },
  participant_suspended: { status: 422, iso: 'AG01', en: 'A participant is suspended, has left, or has not joined yet.', zh: '参与者已暂停、已退出或尚未加入。' },
  date_passed: { status: 422, iso: 'DT01', en: 'The date has passed.', zh: '日期已过。' },
  value_date_passed: { status: 422, iso: 'DT01', en: 'The settlement date has passed.', zh: '清算日期已过。' },
  value_date_too_far: { status: 422, iso: 'DT01', en: 'The settlement date is more than 10 business days ahead.', zh: '清算日期超过 10 个营业日。' },
  not_a_business_day: { status: 422, iso: 'DT01', en: 'The settlement date is not a business day.', zh: '清算日期不是营业日。' },
  cut_off_passed: { status: 422, iso: 'TM01', en: 'The cut-off for this kind of payment has passed.', zh: '此类支付的截止时间已过。' },
  latest_time_passed: { status: 422, iso: 'TM01', en: 'The latest moment to debit has passed.', zh: '最晚借记时间已过。' },
  times_crossed: { status: 422, iso: 'DT01', en: 'The earliest moment to debit is after the latest.', zh: '最早借记时间晚于最晚借记时间。' },
  priority_reserved: { status: 422, iso: 'AG01', en: 'Highly urgent is for clearing houses and the central bank.', zh: '特急优先级仅限清算机构和中央银行使用。' },
  original_not_found: { status: 404, iso: 'NOOR', en: 'There is no such original payment between these participants.', zh: '找不到这两个参与者之间的原支付。' },
  original_not_settled: { status: 409, iso: 'NOOR', en: 'The original payment has not settled.', zh: '原支付尚未清算。' },
  already_returned: { status: 409, iso: 'ARDT', en: 'The original payment was returned already, or the amount is more than what is left of it.', zh: '原支付已退回，或退回金额超过剩余金额。' },
  payment_not_found: { status: 404, iso: 'NOOR', en: 'There is no such payment.', zh: '没有该笔支付。' },
  payment_not_queued: { status: 409, iso: 'ARDT', en: 'The payment does not stand in line.', zh: '该支付不在排队序列中。' },
  payment_is_final: { status: 409, iso: 'ARDT', en: 'The payment has settled or ended; nothing undoes it but a payment return.', zh: '该支付已清算或已终结，只能通过退款报文退回。' },
  participant_exists: { status: 409, iso: 'NARR', en: 'A participant with this id, BIC, LEI or clearing code exists.', zh: '该标识、BIC、LEI 或清算行号的参与者已存在。' },
  participant_not_found: { status: 404, iso: 'RC01', en: 'There is no such participant.', zh: '没有该参与者。' },
  participant_malformed: { status: 422, iso: 'NARR', en: 'The participant is not described correctly.', zh: '参与者信息不正确。' },
  limit_malformed: { status: 422, iso: 'AM12', en: 'A limit, reservation or credit line is zero or more.', zh: '限额、预留或授信额度不得为负。' },
  has_no_account: { status: 422, iso: 'AC01', en: 'The participant settles through another and has no account of its own.', zh: '该参与者通过其他参与者清算，没有自己的账户。' },
  period_out_of_range: { status: 422, iso: 'NARR', en: 'The information period is 0 to 240 minutes, the settlement period 1 to 480.', zh: '信息期为 0 至 240 分钟，清算期为 1 至 480 分钟。' },
  not_enough_liquidity: { status: 422, iso: 'AM04', en: 'There is not enough on the account.', zh: '账户余额不足。' },
  phase_not_found: { status: 404, iso: 'NARR', en: 'The day has no such phase.', zh: '当日没有该阶段。' },
  phase_is_past: { status: 409, iso: 'TM01', en: 'The phase is over.', zh: '该阶段已结束。' },
  extension_out_of_range: { status: 422, iso: 'NARR', en: 'An extension is 1 to 240 minutes and may not reach the next opening.', zh: '延长时间为 1 至 240 分钟，且不得影响下一营业日开始。' },
  day_not_open: { status: 409, iso: 'TM01', en: 'The business day is not open.', zh: '营业日未开启。' },
  day_not_found: { status: 404, iso: 'NARR', en: 'There is no such business day.', zh: '没有该营业日。' },
  positions_malformed: { status: 422, iso: 'AM09', en: 'Net positions name each participant once, sum to zero, and are not all zero.', zh: '净额头寸须每个参与者一项、合计为零且不全为零。' },
  batch_exists: { status: 409, iso: 'AM05', en: 'A clearing batch with this id or reference exists.', zh: '该标识或编号的清算批次已存在。' },
  batch_not_found: { status: 404, iso: 'NOOR', en: 'There is no such clearing batch.', zh: '没有该清算批次。' },
  batch_is_final: { status: 409, iso: 'ARDT', en: 'The clearing batch has settled or was rejected.', zh: '该清算批次已清算或已拒绝。' },
  not_a_clearing_house: { status: 422, iso: 'AGNT', en: 'Only a clearing house hands in net positions.', zh: '只有清算机构可以提交净额头寸。' },
} as const satisfies Record<string, SettlementRefusalText>; // prettier-ignore

export type SettlementRefusal = keyof typeof SETTLEMENT_REFUSALS;

export function refuse(code: SettlementRefusal, field?: string, details?: RefusalDetails): never {
  throw new Refusal(code, { ...(field ? { field } : {}), ...(details ? { details } : {}) });
}

/** The ISO 20022 reason for a refusal of settlement; undefined for a refusal of someone else. */
export function isoReasonOf(refusal: Refusal): string | undefined {
  return (SETTLEMENT_REFUSALS as Record<string, SettlementRefusalText>)[refusal.code]?.iso;
}
