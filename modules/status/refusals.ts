// Every "no" of status.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const STATUS_REFUSALS = {
  notice_not_found: { status: 404, en: 'There is no such notice.', zh: '没有该公告。' },
  notice_over: { status: 409, en: 'The notice is over; begin another one.', zh: '该公告已结束，请另行发布。' },
  notice_state: { status: 422, en: 'A notice of this kind has no such state; the details say which.', zh: '该类公告没有此状态，可用状态见详情。' },
  notice_time: { status: 422, en: 'An incident begins in the past and has no end yet; maintenance names a start ahead and a later end.', zh: '事件的开始时间不得晚于当前时间且无须填写结束时间；维护须填写未来的开始时间和更晚的结束时间。' },
} as const satisfies RefusalTexts; // prettier-ignore
