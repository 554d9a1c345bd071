// Every "no" of support.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const SUPPORT_REFUSALS = {
  case_not_found: { status: 404, en: 'There is no such support case.', zh: '没有该支持工单。' },
  case_about_not_found: { status: 422, en: 'There is no such request, payment or message of your organisation.', zh: '贵机构没有该请求、支付或报文。' },
  case_closed: { status: 409, en: 'The support case is closed already.', zh: '该支持工单已关闭。' },
  case_full: { status: 409, en: 'The support case has as many posts as one may have. Begin another.', zh: '该支持工单的条目数已达上限，请另建工单。' },
  cases_too_many: { status: 409, en: 'The organisation has as many support cases that are not closed as it may have.', zh: '该机构未关闭的支持工单数量已达上限。' },
} as const satisfies RefusalTexts; // prettier-ignore
