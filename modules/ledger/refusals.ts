// Every "no" of the books over HTTP. What may be wrong with a transfer is in results.ts.
import { Refusal, type RefusalTexts } from '../../platform/refusal.ts';

export const LEDGER_REFUSALS = {
  account_not_found: { status: 404, en: 'There is no such account.', zh: '没有该账户。' },
  moment_malformed: { status: 400, en: 'A moment is written like 2027-04-14T06:30:00Z.', zh: '时刻格式应如 2027-04-14T06:30:00Z。' },
  moments_reversed: { status: 422, en: 'The statement ends before it begins.', zh: '对账单的结束时刻早于开始时刻。' },
} as const satisfies RefusalTexts; // prettier-ignore

export function refuse(code: keyof typeof LEDGER_REFUSALS, field?: string): never {
  throw new Refusal(code, field === undefined ? {} : { field });
}
