// Every "no" of quotas.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const QUOTA_REFUSALS = {
  quota_exceeded: { status: 429, en: 'This is more than the quota named in the details allows. Wait as long as Retry-After says.', zh: '已超出详情中所列的配额，请按 Retry-After 所示时间等待后重试。' },
  quota_unknown: { status: 404, en: 'The service is not counted by such a measure.', zh: '该服务没有此项配额。' },
  quota_malformed: { status: 422, en: 'The soft limit is above the hard one.', zh: '软限额不得高于硬限额。' },
  month_malformed: { status: 422, en: 'There is no such month.', zh: '没有该月份。' },
} as const satisfies RefusalTexts; // prettier-ignore
