// The canonical lines of rows as they are decided, made from memory in the commit that writes them. Each must be what
// covered-tables.ts reads back from the table; a test holds the two side by side.
import { hash } from 'node:crypto';
import { type Instant } from '../../platform/instant.ts';
import {
  type AccountTerm,
  type OpenAccount,
  type RefusedTransfer,
  type Transfer,
  KIND_NUMBER,
} from '../ledger/index.ts';
import { type InboxRow, type OutboxRow } from '../messages/index.ts';
import {
  type Act, type BusinessDay, type ClearingBatch, type Participant, type Payment, type RejectedPayment,
} from '../settlement/index.ts'; // prettier-ignore
import { escapeText } from './covered-tables.ts';

type Value = string | number | bigint | boolean | undefined | null;

/** Values whose texts hold nothing to escape. */
function plainLine(values: readonly Value[]): string {
  let line = '';
  for (const value of values) line += `${line === '' ? '' : '\t'}${value ?? '\\N'}`;
  return line;
}

/** An absent value. */
const N = '\\N';

const free = (text: string | undefined): string | undefined => text && escapeText(text);
const sha256 = (text: string): string => hash('sha256', text);

export function transferLine(row: Transfer): string {
  const pending = row.pendingId ?? '\\N';
  return `${row.seq}\t${row.id}\t${KIND_NUMBER[row.kind]}\t${row.flags}\t${row.code}\t${row.debitAccountId}\t${row.creditAccountId}\t${row.amount}\t${row.pendingId ? row.releasedAmount : N}\t${pending}\t${row.timeoutSeconds || N}\t${row.reference ?? '\\N'}\t${row.at}`;
}

export function accountLine(row: OpenAccount, term: Pick<AccountTerm, 'overdraft' | 'isFrozen'>): string {
  const { id, code, currency, normalSide, isLimited, openedAt } = row;
  return plainLine([id, free(code), currency, normalSide, isLimited, term.overdraft, term.isFrozen, openedAt]);
}

export function accountTermLine(row: AccountTerm, number: number): string {
  return plainLine([row.accountId, row.at, number, row.overdraft, row.isFrozen]);
}

export function refusedTransferLine(row: RefusedTransfer): string {
  return plainLine([row.id, row.code, row.at]);
}

/** Written out, because payments are many: a list of values and a loop over it cost three times as much. */
export function paymentLine(row: Payment | RejectedPayment, commit: number): string {
  const { references: names } = row;
  const settledCommit = row.state === 'settled' ? commit : N;
  const start = `${row.id}\t${row.number}\t${row.uetr ?? N}\t${row.kind}\t${row.sender.id}\t${row.instructedBy?.id ?? N}\t${row.receiver.id}\t${row.amountMinor}\t${row.rank}\t${row.state}\t${row.endReason ?? row.reason ?? N}\t${row.place}\t${row.valueDate}\t${row.askedDate ?? N}`;
  const times = `${row.receivedAt}\t${row.queuedAt ?? N}\t${row.earliestAt ?? N}\t${row.wantedAt ?? N}\t${row.latestAt ?? N}\t${row.isWarned}\t${row.settledAt ?? N}\t${row.settledHow ?? N}\t${row.setId ?? N}\t${settledCommit}\t${row.endedAt ?? N}`;
  const given = `${free(names.messageId) ?? N}\t${free(names.instructionId) ?? N}\t${free(names.endToEndId) ?? N}\t${free(names.transactionId) ?? N}\t${free(names.clearingReference) ?? N}`;
  return `${start}\t${times}\t${given}\t${row.returnsId ?? N}`;
}

export function participantLine(row: Participant): string {
  const { id, ...profile } = row.profile;
  const { multilateralLimit: limit } = row;
  const collateral = row.collateral.map((piece) => ({ ...piece, marketValueMinor: String(piece.marketValueMinor) }));
  const limits = [...row.bilateralLimits]
    .map(([counterparty, each]) => [counterparty.id, `${each.limitMinor} ${each.usedMinor}`] as const)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return plainLine([
    free(id), row.index, row.accountId, free(jsonbText(profile)), row.standing, row.leftOn,
    row.coming && free(jsonbText(row.coming)), row.minimumReserveMinor, free(jsonbText(collateral)),
    ...row.reservationMinor, ...row.reservedMinor, limit?.limitMinor, limit?.usedMinor,
    limits.length === 0 ? undefined : free(limits.map((each) => each.join(' ')).join(', ')),
  ]); // prettier-ignore
}

export function dayLine(row: BusinessDay): string {
  const { date, state, phases, phaseIndex, openedAt, closedAt, returnedCount } = row;
  return plainLine([date, state, free(jsonbText(phases)), phaseIndex, openedAt, closedAt, returnedCount]);
}

export function batchLine(row: ClearingBatch): string {
  const positions = row.positions.map(({ participant, netMinor, paymentId, loanId }) => ({
    participantId: participant.id,
    netMinor: String(netMinor),
    paymentId,
    loanId,
  }));
  return plainLine([
    row.id, free(row.house.id), free(row.reference), row.state, free(jsonbText(positions)), row.grossMinor,
    row.receivedAt, row.informationEndsAt, row.settleBy, row.settledAt, row.guaranteeMinor,
  ]); // prettier-ignore
}

export function actLine(row: Act, commit: number, number: number): string {
  const { at, subject, subjectId, actor, text, reason } = row;
  return plainLine([
    commit, number, at, subject, free(subjectId), free(actor), free(text.en), free(text.zh), free(reason),
  ]); // prettier-ignore
}

export function inboxLine({ inbound, claims, state, amountMinor, answer, at }: InboxRow): string {
  return plainLine([
    inbound.id, free(inbound.senderId), free(inbound.messageId), claims, free(inbound.kind), inbound.hash.toString('hex'), state,
    inbound.transactions.length, amountMinor, inbound.violations.length, sha256(inbound.xml), free(answer.kind),
    sha256(answer.xml), at,
  ]); // prettier-ignore
}

export function outboxLine(row: OutboxRow): string {
  const { participantId, seq, kind, paymentId, inboxId, xml, at } = row;
  return plainLine([free(participantId), seq, free(kind), paymentId, inboxId, sha256(xml), at]);
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** JSON as PostgreSQL prints a jsonb: members by the length of their names, then by their bytes; a space after each mark. */
export function jsonbText(value: unknown): string {
  const json = value as Json;
  if (Array.isArray(json)) return `[${(json as Json[]).map(jsonbText).join(', ')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const members = Object.entries(json)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => ({ bytes: Buffer.from(name), name, member }))
    .sort((a, b) => a.bytes.length - b.bytes.length || Buffer.compare(a.bytes, b.bytes));
  return `{${members.map(({ name, member }) => `${JSON.stringify(name)}: ${jsonbText(member)}`).join(', ')}}`;
}

/** The digest a row is known by: SHA-256 of its line, base64url. */
export function digestLine(line: string): string {
  return hash('sha256', line, 'base64url');
}

/** For keys: RFC 3339 is for people, a row's key says microseconds. */
export const termKey = (accountId: number, at: Instant, number: number): string => `${accountId}/${at}/${number}`;
