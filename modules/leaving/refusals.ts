// Every "no" of leaving: what is in the way of closing an organisation, and of an export of its data.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const LEAVING_REFUSALS = {
  closing_not_asked: { status: 409, en: 'The organisation’s own administrator has not asked for it to be closed.', zh: '该机构管理员尚未申请注销。' },
  closing_not_left: { status: 409, en: 'Its participant still takes part in settlement: it leaves first.', zh: '其参与者仍参与清算，须先退出。' },
  closing_money_on_account: { status: 409, en: 'There is money on its settlement or guarantee account, or it owes some.', zh: '其清算账户或担保账户仍有余额或欠款。' },
  closing_payments_wait: { status: 409, en: 'Payments from it or to it still wait.', zh: '仍有其汇出或汇入的支付在等待处理。' },
  closing_clearing_batch_open: { status: 409, en: 'A clearing batch that it is part of has not ended.', zh: '其参与的清算批次尚未结束。' },
  closing_credit_line_open: { status: 409, en: 'Its credit line or collateral has not been given back.', zh: '其授信额度或质押品尚未解除。' },
  closing_reserve_open: { status: 409, en: 'A minimum reserve or a reservation of liquidity still stands for it.', zh: '其最低准备金或流动性预留尚未解除。' },
  closing_indirect_participants: { status: 409, en: 'Others still settle through it as indirect participants.', zh: '仍有间接参与者通过其清算。' },
  closing_of_central_bank: { status: 409, en: 'The central bank’s own organisation is not closed.', zh: '中央银行自身的机构不可注销。' },
  export_not_found: { status: 404, en: 'There is no such export of the organisation’s data.', zh: '没有该数据导出。' },
  export_under_way: { status: 409, en: 'An export of the organisation’s data is being made already.', zh: '该机构已有数据导出正在生成。' },
  export_not_ready: { status: 409, en: 'The export is not ready, failed, or its time is over; a new one can be asked for.', zh: '该导出尚未生成、已失败或已过期，可重新申请。' },
} as const satisfies RefusalTexts; // prettier-ignore
