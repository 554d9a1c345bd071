// The guarantee account behind a clearing house's members: it lends what a debtor is short of at the end.
import { type Instant } from '../../../platform/instant.ts';
import { openAccount, type OpenAccount, PINNED } from '../../ledger/index.ts';
import { type Participant } from '../participants/participant.ts';
import { type Settlement } from '../settlement.ts';
import { clearingHouse } from './batch.ts';

/** The transfer code of what a guarantee account lends. */
export const GUARANTEE_CODE = 3;

/** The ledger account that stands behind a house's members: a limited account of its own. */
export function guaranteeAccountCode(house: Participant): string {
  return `guarantee:${house.id}`;
}

/** Guarantee accounts are numbered apart from settlement accounts. */
const FIRST_GUARANTEE_ID = 1_000_001;

export function guaranteeAccountId(house: Pick<Participant, 'index'>): number {
  return FIRST_GUARANTEE_ID + house.index;
}

/** Undefined when the house has none. The desk pins guarantee accounts when it loads, so they are in memory. */
export function findGuarantee(s: Settlement, house: Participant): OpenAccount | undefined {
  return s.books.account(guaranteeAccountId(house));
}

/** The house's guarantee account, opened when it has none yet. The command names its id as a need. */
export function openGuarantee(s: Settlement, houseId: string, at: Instant): OpenAccount {
  const house = clearingHouse(s, houseId);
  const terms = { currency: s.books.currency, normalSide: 'credit', isLimited: true } as const;
  const account = openAccount(
    s.books,
    { id: guaranteeAccountId(house), code: guaranteeAccountCode(house), ...terms },
    at,
  );
  account.usedBy = PINNED;
  return account;
}
