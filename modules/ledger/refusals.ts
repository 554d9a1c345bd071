// Every "no" of the books over HTTP. What may be wrong with a transfer is in results.ts.
import { Refusal, type RefusalTexts } from '../../platform/refusal.ts';

export const LEDGER_REFUSALS = {
  account_not_found: { status: 404, en: 'There is no such account.', zh: '没有该账户。' },
  moment_malformed: { status: 400, en: 'A moment is written like 2027-04-14T06:30:00Z.', zh: '时刻格式应如 2027-04-14T06:30:00Z。' },
  moments_reversed: { status: 422, en: 'The statement ends before it begins.', zh: '对账单的结束时刻早于开始时刻。' },
  account_malformed: { status: 422, en: 'The account is not described correctly.', zh: '账户信息不正确。' },
  account_exists: { status: 409, en: 'Another account with this id exists.', zh: '该标识的账户已存在。' },
  batch_too_large: { status: 422, en: 'A batch has more transfers than one commit takes.', zh: '批次中的转账数量超过上限。' },
  set_overdraws_account: { status: 422, en: 'Together the transfers would overdraw an account.', zh: '这些转账合计将使账户透支。' },
} as const satisfies RefusalTexts; // prettier-ignore

export function refuse(code: keyof typeof LEDGER_REFUSALS, field?: string): never {
  throw new Refusal(code, field === undefined ? {} : { field });
}
