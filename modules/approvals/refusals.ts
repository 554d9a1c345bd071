// Every "no" of approvals.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const APPROVAL_REFUSALS = {
  approval_not_found: { status: 404, en: 'There is no such approval request.', zh: '没有该审批申请。' },
  approval_over: { status: 409, en: 'The request waits for nobody any more.', zh: '该申请已不再等待复核。' },
  approval_expired: { status: 409, en: 'The request has expired; it must be made again.', zh: '该申请已过期，须重新提交。' },
  approval_hash_differs: { status: 409, en: 'The hash is not that of the request as it is kept; look at it again.', zh: '摘要与所存申请不一致，请重新查看。' },
  approval_not_proven: { status: 403, en: 'Approving needs your passkey over exactly this request.', zh: '复核须以本人通行密钥对该申请签名确认。' },
  approval_own: { status: 403, en: 'Nobody approves or refuses a request of their own.', zh: '不得复核本人提交的申请。' },
  approval_given: { status: 409, en: 'You have approved this request already.', zh: '您已复核过该申请。' },
  approval_not_makers: { status: 403, en: 'Only who made the request can withdraw it.', zh: '仅申请人可撤回该申请。' },
  approval_not_taken: { status: 409, en: 'It was approved, and its maker did not do it within an hour.', zh: '已获复核，但申请人未在一小时内办理。' },
  approval_content_changed: { status: 409, en: 'What is kept is no longer what was approved; it was not carried out.', zh: '所存内容与复核时不一致，未予执行。' },
  approver_role_missing: { status: 403, en: 'None of your roles approves this.', zh: '您的角色均不能复核此申请。' },
  approver_absent: { status: 409, en: 'You have delegated your approvals for this time.', zh: '您在此期间已将复核权委托他人。' },
  approver_not_found: { status: 422, en: 'There is no such person here with that role.', zh: '本机构没有具有该角色的此人员。' },
  policy_not_found: { status: 404, en: 'There is no such action that others could approve.', zh: '没有可设复核策略的该权限操作。' },
  policy_malformed: { status: 422, en: 'Bands begin at 0 and rise; each asks for 0, 1 or 2 approvers.', zh: '金额档须自 0 起递增，每档复核人数为 0、1 或 2。' },
  policy_without_approver: { status: 422, en: 'Whoever may do this must find someone who may approve it.', zh: '凡可办理此操作的一方，均须有可复核的角色。' },
  policy_floor: { status: 422, en: 'Changing policies always needs another person.', zh: '变更策略始终须经他人复核。' },
  policy_past: { status: 422, en: 'A policy begins now or later.', zh: '策略生效时间不得早于当前时刻。' },
  delegation_not_found: { status: 404, en: 'There is no such delegation.', zh: '没有该委托。' },
  delegation_malformed: { status: 422, en: 'A delegation is to another person, of a role of your own, and ends after it begins and within 90 days.', zh: '委托须授予他人、限于本人角色，结束须晚于开始且不超过 90 天。' },
} as const satisfies RefusalTexts; // prettier-ignore
