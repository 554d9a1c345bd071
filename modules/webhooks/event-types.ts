// What an organisation can be told of. A type always has the same shape of `data`; a new shape is a new type.
export const EVENT_TYPES = {
  'message.available': {
    en: 'A message stands in your outbox: `seq`, `kind`, `paymentId`.',
    zh: '发件箱中有新报文：seq、kind、paymentId。',
  },
  'payment.queued': {
    en: 'A payment you sent waits; `reason` says why.',
    zh: '您发出的支付进入排队；reason 说明原因。',
  },
  'payment.settled': { en: 'A payment you sent or receive is final.', zh: '您发出或接收的支付已完成清算。' },
  'payment.returned': {
    en: 'A payment you sent was handed back unsettled.',
    zh: '您发出的支付未能清算，已退回。',
  },
  'payment.rejected': { en: 'A payment you sent was refused.', zh: '您发出的支付被拒绝。' },
  'payment.cancelled': { en: 'A payment you sent was cancelled.', zh: '您发出的支付已撤销。' },
  'day.opened': { en: 'A business day opened.', zh: '营业日已开始。' },
  'day.extended': { en: 'A phase of the business day was made longer.', zh: '营业日的某一阶段已延长。' },
  'day.closed': { en: 'A business day closed.', zh: '营业日已结束。' },
  'key.expiring': {
    en: 'A key of yours ends in less than `days`: told at 90, 30 and 7.',
    zh: '您的密钥即将到期：提前 90、30、7 天通知。',
  },
  'status.changed': { en: 'A service changed its state.', zh: '某项服务的状态发生变化。' },
  'support.answered': {
    en: 'The central bank answered a support case of yours: `caseId`.',
    zh: '中央银行已答复您的支持工单：caseId。',
  },
  'status.notice': { en: 'Operators tell of an incident or of maintenance.', zh: '运营方发布或更新事件、维护公告。' },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly zh: string }>>;

export type EventType = keyof typeof EVENT_TYPES;
export const EVENT_NAMES = Object.keys(EVENT_TYPES) as EventType[];

/** Sent only when it is asked for. */
export const TEST_TYPE = 'webhook.test';
