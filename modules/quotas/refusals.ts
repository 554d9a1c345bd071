// Every "no" of quotas.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const QUOTA_REFUSALS = {
  quota_exceeded: { status: 429, en: 'This is more than the quota named in the details allows. Wait as long as Retry-After says.', zh: '已超出详情中所列的配额，请按 Retry-After 所示时间等待后重试。' },
  storage_full: { status: 409, en: 'The environment keeps more bytes than its quota allows: reset it, remove it, or ask for more.', zh: '该环境存储已超出配额：请重置或删除，或申请提高配额。' },
  quota_soft_only: { status: 422, en: 'Storage at live is watched and never refused: it has a soft limit only.', zh: '生产环境的存储仅作监测，不予拒绝：只可设软限额。' },
  quota_unknown: { status: 404, en: 'The service is not counted by such a measure.', zh: '该服务没有此项配额。' },
  quota_malformed: { status: 422, en: 'The soft limit is above the hard one.', zh: '软限额不得高于硬限额。' },
  month_malformed: { status: 422, en: 'There is no such month.', zh: '没有该月份。' },
} as const satisfies RefusalTexts; // prettier-ignore
