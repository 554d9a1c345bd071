// Every "no" of people. Those of signing in are told apart as far as they help who signs in, and not who guesses.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const PEOPLE_REFUSALS = {
  person_not_found: { status: 404, en: 'There is no such person.', zh: '没有该人员。' },
  person_locked: { status: 403, en: 'This person is locked; a security administrator can unlock them.', zh: '该人员已被锁定，可由安全管理员解锁。' },
  person_state_wrong: { status: 409, en: 'The person is not in a state in which this can be done.', zh: '该人员当前状态不允许此操作。' },
  person_enrolled: { status: 409, en: 'The person has enrolled a passkey already; a lost one takes a recovery by two administrators.', zh: '该人员已登记通行密钥；如遗失，须由两名管理员办理恢复。' },
  person_not_enrolled: { status: 409, en: 'The person has never enrolled a passkey; send a new invitation instead.', zh: '该人员尚未登记通行密钥，请重新发送邀请。' },
  not_oneself: { status: 403, en: 'Nobody does this to themselves; another administrator must.', zh: '不得对本人执行此操作，须由其他管理员办理。' },
  login_known: { status: 409, en: 'Someone has this login name, or had it before.', zh: '该登录名已被使用或曾被使用。' },
  link_unknown: { status: 404, en: 'There is no such link. Look whether it was copied whole.', zh: '链接不存在，请确认是否完整复制。' },
  link_used: { status: 410, en: 'The link has been used or replaced by a newer one. Ask for another.', zh: '链接已使用，或已被新链接取代，请重新索取。' },
  link_expired: { status: 410, en: 'The link has expired: it is good for 24 hours. Ask for another.', zh: '链接已过期（有效期 24 小时），请重新索取。' },
  name_needed: { status: 422, en: 'The first administrator gives a name and a login name.', zh: '首位管理员须填写姓名与登录名。' },
  challenge_over: { status: 409, en: 'This was answered already, or not within five minutes. Try again.', zh: '该请求已被应答或已超过五分钟，请重试。' },
  passkey_wrong: { status: 422, en: 'The passkey could not be taken in: it is not for this address, or the person was not verified.', zh: '无法登记该通行密钥：其不适用于本地址，或未通过用户验证。' },
  device_known: { status: 409, en: 'This passkey is enrolled already.', zh: '该通行密钥已登记。' },
  device_not_found: { status: 404, en: 'You have no such device.', zh: '您没有该设备。' },
  last_device: { status: 409, en: 'This is your last device; without it you could not sign in. Add another first.', zh: '这是您唯一的设备，移除后将无法登录；请先添加其他设备。' },
  session_not_found: { status: 404, en: 'You have no such session.', zh: '您没有该会话。' },
  sign_in_failed: { status: 401, en: 'The passkey was not accepted. Nothing else was changed; try again or use another device.', zh: '通行密钥未被接受，请重试或使用其他设备。' },
  sign_in_blocked: { status: 429, en: 'Too many attempts have failed. Wait as long as said and try again; nothing is locked for good.', zh: '失败次数过多，请按提示时间等待后重试；不会永久锁定。' },
  demo_only: { status: 404, en: 'This is for the demo alone, and it does not run here.', zh: '仅演示环境可用，本服务器未运行演示。' },
  recovery_not_found: { status: 404, en: 'No recovery of this person waits for a second administrator.', zh: '该人员没有待第二位管理员确认的恢复申请。' },
  recovery_waits: { status: 409, en: 'A recovery of this person waits for a second administrator already.', zh: '该人员已有待第二位管理员确认的恢复申请。' },
  recovery_needs_another: { status: 403, en: 'The second to confirm must be another administrator than the first, and not the person.', zh: '第二位确认人须为不同于第一位的管理员，且不得为本人。' },
} as const satisfies RefusalTexts; // prettier-ignore
