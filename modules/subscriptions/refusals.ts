// Every "no" of subscriptions.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const SUBSCRIPTION_REFUSALS = {
  not_subscribed: { status: 403, en: 'Your organisation has no subscription to the service named in the details. Subscribe to it first; sandboxes and certification need none.', zh: '贵机构尚未订阅详情中所列的服务，请先订阅；沙箱与认证环境无需订阅。' },
  service_unknown: { status: 404, en: 'There is no such service.', zh: '没有该服务。' },
  subscription_not_found: { status: 404, en: 'There is no such subscription.', zh: '没有该订阅。' },
  subscription_open: { status: 409, en: 'There is a subscription to this service already, or one that waits for approval.', zh: '该服务已订阅，或已有待批准的订阅申请。' },
  subscription_not_waiting: { status: 409, en: 'The subscription does not wait for a decision.', zh: '该订阅并非待批准状态。' },
  subscription_ended: { status: 409, en: 'The subscription has ended already.', zh: '该订阅已终止。' },
  subscription_before_live: { status: 409, en: 'Live is not open to the organisation yet; until then it needs no subscription.', zh: '该机构尚未开通生产环境；开通之前无需订阅。' },
  payments_wait: { status: 409, en: 'As many payments of the organisation as the details say still wait. They must settle or be cancelled first.', zh: '该机构仍有详情所列数量的支付在等待，须待其清算或撤销后方可退订。' },
  webhooks_remain: { status: 409, en: 'As many webhooks of the organisation as the details say are still registered. Remove them first.', zh: '该机构仍有详情所列数量的 Webhook 登记在册，请先移除。' },
  price_date_past: { status: 422, en: 'A price holds from today or from a later day; what held before is never changed.', zh: '价格只能自当日或以后的日期起生效，既往价格不得变更。' },
} as const satisfies RefusalTexts; // prettier-ignore
