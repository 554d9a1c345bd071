// What the other desks handed over to one commit, as leaves: the digest of every row it writes, each act, and each
// message refused at the door.
import { type AccountTerm, type Books, type DecidedRows } from '../ledger/index.ts';
import { type TakenMessages } from '../messages/index.ts';
import { type Act, type TakenChanges } from '../settlement/index.ts';
import { assert } from '../../platform/refusal.ts';
import { type Instant } from '../../platform/instant.ts';
import { actLeaf, type NewLeaf, refusedMessageLeaf, type Section, sectionOf } from './leaf.ts';
import {
  accountLine, accountTermLine, actLine, batchLine, dayLine, inboxLine, outboxLine, participantLine, paymentLine,
  refusedTransferLine, termKey, transferLine,
} from './row-lines.ts'; // prettier-ignore

export interface HandedOver {
  readonly ledger: DecidedRows | undefined;
  readonly settlement: TakenChanges | undefined;
  readonly messages: TakenMessages | undefined;
}

/** Nothing of it becomes a leaf. */
export function isEmpty({ ledger, settlement, messages }: HandedOver): boolean {
  return !ledger && !settlement && !messages?.inbox.length && !messages?.outbox.length;
}

/** One section a table, in the order of covered-tables.ts. */
export function sectionsOf({ ledger, settlement, messages }: HandedOver, books: Books, commit: number): Section[] {
  const sections = [
    ...(ledger ? ledgerSections(ledger, books) : []),
    ...(settlement ? settlementSections(settlement, commit) : []),
    messages && sectionOf('messages.inbox', messages.inbox, (row) => [row.inbound.id, inboxLine(row)]),
    messages &&
      sectionOf('messages.outbox', messages.outbox, (row) => [`${row.seq}/${row.participantId}`, outboxLine(row)]),
  ];
  return sections.filter((section) => section !== undefined);
}

function ledgerSections({ terms, transfers, refusals }: DecidedRows, books: Books): (Section | undefined)[] {
  // An account is written when it is opened and when its terms change; opening gives it its first terms.
  const lastTerm = new Map(terms.map((term) => [term.accountId, term]));
  return [
    sectionOf('ledger.accounts', lastTerm.values(), (term) => {
      const account = books.account(term.accountId);
      assert(account, 'an account whose terms changed is in memory');
      return [String(term.accountId), accountLine(account, term)];
    }),
    sectionOf('ledger.account_terms', numbered(terms), ([term, number]) => [
      termKey(term.accountId, term.at, number),
      accountTermLine(term, number),
    ]),
    sectionOf('ledger.transfers', transfers, (row) => [String(row.seq), transferLine(row)]),
    sectionOf('ledger.refused_transfers', refusals, (row) => [row.id, refusedTransferLine(row)]),
  ];
}

/** Terms of one account at one instant are numbered from 1, as their rows are. */
function numbered(terms: readonly AccountTerm[]): [AccountTerm, number][] {
  const last = new Map<string, number>();
  return terms.map((term) => {
    const key = `${term.accountId}@${term.at}`;
    const number = (last.get(key) ?? 0) + 1;
    last.set(key, number);
    return [term, number];
  });
}

function settlementSections({ payments, changes, lsm }: TakenChanges, commit: number): (Section | undefined)[] {
  const acts = changes.acts.map((act, index): [Act, number] => [act, index + 1]);
  return [
    sectionOf('settlement.participants', changes.participants, (row) => [row.id, participantLine(row)]),
    sectionOf('settlement.payments', [...payments.fresh, ...payments.changed], (row) => [
      row.id,
      paymentLine(row, commit),
    ]),
    sectionOf('settlement.days', changes.days, (row) => [row.date, dayLine(row)]),
    sectionOf('settlement.modes', changes.isModeChanged ? [lsm] : [], (mode) => ['mode', mode]),
    sectionOf('settlement.clearing_batches', changes.batches, (row) => [row.id, batchLine(row)]),
    sectionOf('settlement.acts', acts, ([act, number]) => [`${commit}/${number}`, actLine(act, commit, number)]),
  ];
}

/** A leaf for each act and each refused message. */
export function handedOverLeaves(
  { settlement, messages }: HandedOver,
  head: { book: number; commit: number; at: Instant },
  senderOf: (paymentId: string) => string | undefined,
): NewLeaf[] {
  const acts = settlement?.changes.acts ?? [];
  const refused = messages?.inbox.filter(({ state }) => state === 'refused') ?? [];
  return [
    ...acts.map((act, index) => actLeaf(head, act, index + 1, participantOf(act, senderOf))),
    ...refused.map(({ inbound: { id, senderId, kind, messageId, violations }, at }) => {
      const message = { inboxId: id, participantId: senderId, kind, messageId, violations: violations.length, at };
      return refusedMessageLeaf(head, message);
    }),
  ];
}

function participantOf(act: Act, senderOf: (paymentId: string) => string | undefined): string | undefined {
  if (act.subject === 'participant') return act.subjectId;
  return act.subject === 'payment' ? senderOf(act.subjectId) : undefined;
}
