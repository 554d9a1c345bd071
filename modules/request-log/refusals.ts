// Every "no" of the request log.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const REQUEST_LOG_REFUSALS = {
  request_not_found: { status: 404, en: 'There is no such request in the log; it keeps them for 30 days.', zh: '日志中没有该请求；日志保存 30 天。' },
} as const satisfies RefusalTexts; // prettier-ignore
