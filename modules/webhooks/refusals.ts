// Every "no" of webhooks.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const WEBHOOK_REFUSALS = {
  webhook_not_found: { status: 404, en: 'The organisation has no such webhook.', zh: '该机构没有此 Webhook。' },
  webhook_address_malformed: { status: 422, en: 'The address is an https URL without a name and password in it.', zh: '地址须为 https URL，且不得包含用户名或密码。' },
  webhook_address_not_https: { status: 422, en: 'The address must be https; the operator may allow single hosts in feiqian.yaml.', zh: '地址须使用 https；运营方可在 feiqian.yaml 中允许个别主机。' },
  webhook_address_internal: { status: 422, en: 'The address is not of the public internet; the operator may allow single hosts in feiqian.yaml.', zh: '该地址不属于公共互联网；运营方可在 feiqian.yaml 中允许个别主机。' },
  webhooks_too_many: { status: 409, en: 'The organisation has as many webhooks as it may.', zh: '该机构的 Webhook 数量已达上限。' },
  delivery_not_found: { status: 404, en: 'The webhook has no such delivery.', zh: '该 Webhook 没有此投递。' },
  delivery_pending: { status: 409, en: 'The delivery is still on its way.', zh: '该投递仍在进行中。' },
  replay_too_large: { status: 422, en: 'More than 10,000 events happened in this time; ask for less at once.', zh: '该时段内的事件超过 10,000 条，请缩小范围。' },
  range_malformed: { status: 422, en: 'The time must begin before it ends.', zh: '起始时刻须早于结束时刻。' },
} as const satisfies RefusalTexts; // prettier-ignore
