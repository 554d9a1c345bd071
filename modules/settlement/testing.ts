// For tests: a settlement in memory with small banks named by letters, and payments between them.
import { Books } from '../ledger/index.ts';
import { advance } from './advance.ts';
import { admitParticipant } from './participants/admit-participant.ts';
import { fund } from './participants/change-liquidity.ts';
import { type NewPayment } from './payments/payment.ts';
import { type LiquiditySaving, Settlement } from './settlement.ts';

/** A Thursday, 10:00 in Shanghai. */
export const TEN_O_CLOCK = Date.parse('2027-04-15T02:00:00Z') * 1_000;

export const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** One bank a letter, each with this balance, in an open business day. */
export function givenSettlement(names: string, lsm: LiquiditySaving = 'none', balance = 0n): Settlement {
  const s = new Settlement(new Books(1, 'CNY'), lsm);
  advance(s, TEN_O_CLOCK);
  [...names].forEach((name, index) => {
    const title = { en: `Bank ${name}`, zh: `银行${name}` };
    admitParticipant(
      s,
      {
        id: name,
        bic: `BNK${name}CN22`,
        clearingCodes: [],
        kind: 'direct',
        name: title,
        shortName: title,
        joinedOn: '2027-01-04',
      },
      TEN_O_CLOCK,
    );
    if (balance > 0n) fund(s, uuid(900_000 + index), name, balance, TEN_O_CLOCK);
  });
  s.drainEvents();
  return s;
}

export function aPayment(
  n: number,
  senderId: string,
  receiverId: string,
  amountMinor: bigint,
  more: Partial<NewPayment> = {},
): NewPayment {
  return {
    id: uuid(n),
    kind: 'pacs.009',
    senderId,
    receiverId,
    currency: 'CNY',
    amountMinor,
    priority: 'normal',
    ...more,
  };
}
