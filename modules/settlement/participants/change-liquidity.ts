// What changes how much a participant may spend: credit line, collateral, reservations, limits, and the central bank's
// own funding. Each change lets queued payments settle at once where they now can.
import { type Instant } from '../../../platform/instant.ts';
import { createTransfers, openAccount, setOverdraft } from '../../ledger/index.ts';
import { releaseQueues } from '../queue/release-queues.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { type Collateral, lendingValueOf, type Participant } from './participant.ts';

/** What the central bank owns against the reserves it owes: the other side of every funding. */
export const CENTRAL_BANK_ASSETS = { id: 1, code: 'central-bank:assets' } as const;
export const FUNDING_CODE = 4;

function direct(s: Settlement, id: string): Participant {
  const participant = s.participantById.get(id) ?? refuse('participant_not_found', '/id');
  return participant.accountId === 0 ? refuse('has_no_account', '/id') : participant;
}

function changed(s: Settlement, participant: Participant, at: Instant): Participant {
  s.changes.participants.add(participant);
  s.dirty.add(participant);
  s.isQueueChanged = true;
  s.events.push({ kind: 'participant-changed', at, participant });
  releaseQueues(s, at);
  return participant;
}

/** How far below zero the settlement account may go during the day, minor units. */
export function setCreditLine(s: Settlement, id: string, amountMinor: bigint, at: Instant): Participant {
  const participant = direct(s, id);
  if (amountMinor < 0n) refuse('limit_malformed', '/amount');
  setOverdraft(s.books, participant.accountId, amountMinor, at);
  return changed(s, participant, at);
}

/** Pledges collateral; the credit line becomes what it lends. */
export function setCollateral(s: Settlement, id: string, collateral: readonly Collateral[], at: Instant): Participant {
  const participant = direct(s, id);
  for (const [index, { marketValueMinor, haircutBasisPoints }] of collateral.entries()) {
    const isHaircut =
      Number.isSafeInteger(haircutBasisPoints) && haircutBasisPoints >= 0 && haircutBasisPoints <= 10_000;
    if (marketValueMinor < 0n || !isHaircut) refuse('limit_malformed', `/collateral/${index}`);
  }
  participant.collateral = collateral;
  return setCreditLine(
    s,
    id,
    collateral.reduce((sum, piece) => sum + lendingValueOf(piece), 0n),
    at,
  );
}

export function setMinimumReserve(s: Settlement, id: string, amountMinor: bigint, at: Instant): Participant {
  const participant = direct(s, id);
  if (amountMinor < 0n) refuse('limit_malformed', '/amount');
  participant.minimumReserveMinor = amountMinor;
  return changed(s, participant, at);
}

/** Keeps liquidity for payments of this rank and above; what was used of an older reservation starts anew. */
export function setReservation(s: Settlement, id: string, rank: 0 | 1, amountMinor: bigint, at: Instant): Participant {
  const participant = direct(s, id);
  if (amountMinor < 0n) refuse('limit_malformed', '/amount');
  participant.reservationMinor[rank] = amountMinor;
  participant.reservedMinor[rank] = amountMinor;
  return changed(s, participant, at);
}

/** Reservations and limits are of a day: with the next they are whole again, as in T2. */
export function beginLiquidity(s: Settlement): void {
  for (const participant of s.participants) {
    const { reservedMinor, reservationMinor, bilateralLimits, multilateralLimit } = participant;
    reservedMinor[0] = reservationMinor[0];
    reservedMinor[1] = reservationMinor[1];
    for (const limit of bilateralLimits.values()) limit.usedMinor = 0n;
    if (multilateralLimit) multilateralLimit.usedMinor = 0n;
    const hasAny = reservedMinor.some((kept) => kept > 0n) || bilateralLimits.size > 0 || multilateralLimit;
    if (hasAny) s.changes.participants.add(participant);
  }
}

/** Towards one counterparty, or all others when that is undefined; an undefined amount lifts the limit. */
export function setLimit(
  s: Settlement,
  id: string,
  counterpartyId: string | undefined,
  amountMinor: bigint | undefined,
  at: Instant,
): Participant {
  const participant = direct(s, id);
  if (amountMinor !== undefined && amountMinor < 0n) refuse('limit_malformed', '/amount');
  if (counterpartyId === undefined) {
    participant.multilateralLimit =
      amountMinor === undefined
        ? undefined
        : { limitMinor: amountMinor, usedMinor: participant.multilateralLimit?.usedMinor ?? 0n };
    return changed(s, participant, at);
  }
  const counterparty = direct(s, counterpartyId);
  if (counterparty === participant) refuse('same_party', '/counterpartyId');
  const limit = participant.bilateralLimits.get(counterparty);
  if (amountMinor === undefined) participant.bilateralLimits.delete(counterparty);
  else participant.bilateralLimits.set(counterparty, { limitMinor: amountMinor, usedMinor: limit?.usedMinor ?? 0n });
  return changed(s, participant, at);
}

/** The central bank lends or buys: reserves appear on the account. The command names both accounts as needs. */
export function fund(s: Settlement, transferId: string, id: string, amountMinor: bigint, at: Instant): Participant {
  const participant = direct(s, id);
  if (!fundAccount(s, transferId, participant.accountId, amountMinor, at)) return participant;
  s.events.push({ kind: 'account-funded', at, participant, amountMinor, transferId });
  return changed(s, participant, at);
}

/** The central bank is paid back or sells: reserves leave the account, no further than its credit line. */
export function withdraw(s: Settlement, transferId: string, id: string, amountMinor: bigint, at: Instant): Participant {
  const participant = direct(s, id);
  const { accountId } = participant;
  if (!moveReserves(s, transferId, accountId, CENTRAL_BANK_ASSETS.id, amountMinor, at)) return participant;
  s.events.push({ kind: 'account-funded', at, participant, amountMinor: -amountMinor, transferId });
  return changed(s, participant, at);
}

/** Reserves for an account that need not be a participant's, such as a guarantee. Answers whether it was done just now. */
export function fundAccount(
  s: Settlement,
  transferId: string,
  accountId: number,
  amountMinor: bigint,
  at: Instant,
): boolean {
  return moveReserves(s, transferId, CENTRAL_BANK_ASSETS.id, accountId, amountMinor, at);
}

function moveReserves(
  s: Settlement,
  transferId: string,
  debitAccountId: number,
  creditAccountId: number,
  amountMinor: bigint,
  at: Instant,
): boolean {
  if (amountMinor <= 0n) refuse('amount_not_positive', '/amount');
  const { currency } = s.books;
  const { id, code } = CENTRAL_BANK_ASSETS;
  openAccount(s.books, { id, code, currency, normalSide: 'debit', isLimited: false }, at);
  const transfer = { id: transferId, kind: 'single', debitAccountId, creditAccountId, code: FUNDING_CODE } as const;
  const [result] = createTransfers(s.books, [{ ...transfer, amount: amountMinor }], at);
  if (result === 'created' || result === 'exists') return result === 'created';
  if (result === 'exceeds_credits') refuse('not_enough_liquidity', '/amount');
  if (result === 'debit_account_frozen' || result === 'credit_account_frozen') refuse('account_frozen', '/id');
  if (result === 'debit_account_closed' || result === 'credit_account_closed') refuse('account_closed', '/id');
  return refuse('limit_malformed', '/amount', { result: String(result) });
}
