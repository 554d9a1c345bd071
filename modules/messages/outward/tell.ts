// Turns what settlement did into messages: the payment to its receiver, its end to its sender, in the same commit.
import { type Instant } from '../../../platform/instant.ts';
import {
  type ClearingBatch, instructorOf, type Participant, type Payment, type Settlement, type SettlementEvent,
} from '../../settlement/index.ts'; // prettier-ignore
import { type AccountEntry, entryContent } from './account-entry.ts';
import { accountContent } from './account-report.ts';
import { compose } from './compose.ts';
import { type Exchange, type OriginalNames } from '../exchange.ts';
import { forwardedXml } from './forward.ts';
import { type Institution } from '../institution.ts';
import { PAYMENT_STATUS, paymentStatus, type StatusLine, statusOf } from './payment-status.ts';

/** The message of ours with this number in a participant's outbox: unique, and shows what is missing. */
function messageIdOf(bic: string, seq: number): string {
  return `${bic}-${String(seq).padStart(12, '0')}`;
}

export function send(
  exchange: Exchange,
  to: { id: string; profile: { bic: string } },
  kind: string,
  at: Instant,
  about: { paymentId?: string | undefined; inboxId?: string | undefined },
  write: (messageId: string) => string,
): void {
  const seq = exchange.nextSeq(to.id);
  const xml = write(messageIdOf(to.profile.bic, seq));
  exchange.newOutbox.push({
    participantId: to.id,
    seq,
    kind,
    xml,
    at,
    paymentId: about.paymentId,
    inboxId: about.inboxId,
  });
}

export function tell(
  exchange: Exchange,
  institution: Institution,
  s: Settlement,
  events: readonly SettlementEvent[],
): void {
  for (const event of events) {
    if (event.kind === 'payment-settled') tellSettled(exchange, institution, event.payment, event.at);
    else if (event.kind === 'payment-cancelled' || event.kind === 'payment-returned') {
      tellSender(exchange, institution, event.payment, event.at);
      tellTransferEnd(exchange, institution, event.payment, event.at);
    } else if (event.kind === 'payment-nearly-late') tellNearlyLate(exchange, institution, event.payment, event.at);
    else if (event.kind === 'clearing-changed') {
      tellPositions(exchange, institution, event.batch, dateOf(s, event.at), event.at);
    } else if (event.kind === 'account-funded') tellFunded(exchange, institution, event, dateOf(s, event.at));
  }
  exchange.told.clear();
}

function dateOf({ day, calendar }: Settlement, at: Instant): string {
  return day?.date ?? calendar.dayAt(at);
}

function tellSettled(exchange: Exchange, institution: Institution, payment: Payment, at: Instant): void {
  const waiting = exchange.waiting.get(payment.id);
  if (waiting) {
    const { kind, transaction } = waiting;
    const { receiver } = payment;
    send(exchange, receiver, kind, at, { paymentId: payment.id }, (messageId) =>
      forwardedXml(institution, kind, messageId, receiver.profile.bic, at, transaction),
    );
    tellSender(exchange, institution, payment, at);
  } else {
    notifyBoth(exchange, institution, payment, at);
    tellTransferEnd(exchange, institution, payment, at);
  }
}

/** Who ordered a liquidity transfer that waited hears how it ended, as its first answer was: by a receipt. */
function tellTransferEnd(exchange: Exchange, institution: Institution, payment: Payment, at: Instant): void {
  const { id, kind, sender, state, references, endReason } = payment;
  if (kind !== 'camt.050' || references.messageId === undefined || exchange.told.has(id)) return;
  const original = { MsgId: references.messageId, MsgNmId: LIQUIDITY_TRANSFER };
  const outcome =
    state === 'settled'
      ? { StsCd: 'ACPT', Desc: 'Settled.' }
      : { StsCd: 'RJCT', Desc: `${endReason}: ${state === 'cancelled' ? 'cancelled' : 'handed back unsettled'}.` };
  send(exchange, sender, RECEIPT, at, { paymentId: id }, (messageId) =>
    compose(institution, {
      kind: RECEIPT,
      messageId,
      toBic: sender.profile.bic,
      at,
      content: {
        Rct: {
          MsgHdr: { MsgId: messageId, CreDtTm: institution.zone.format(at) },
          RctDtls: { OrgnlMsgId: original, ReqHdlg: outcome },
        },
      },
    }),
  );
}

const RECEIPT = 'camt.025.001.05';
const LIQUIDITY_TRANSFER = 'camt.050.001.05';

function tellSender(exchange: Exchange, institution: Institution, payment: Payment, at: Instant): void {
  const waiting = exchange.waiting.get(payment.id);
  if (!waiting) return;
  exchange.waiting.delete(payment.id);
  // Told in the immediate answer, it never had a row among those that wait.
  if (exchange.told.has(payment.id)) return;
  exchange.endedWaiting.push(payment.id);
  sendStatus(exchange, institution, payment, statusOf(payment, waiting.names), at);
}

/** The sender hears that time runs short while its payment waits; later in the same commit it may have come to its end. */
function tellNearlyLate(exchange: Exchange, institution: Institution, payment: Payment, at: Instant): void {
  const waiting = exchange.waiting.get(payment.id);
  if (!waiting) return;
  const { wantedAt, latestAt } = payment;
  const sentence =
    latestAt !== undefined
      ? `Still waiting; rejected at its latest debit time, ${institution.zone.format(latestAt)}.`
      : `Still waiting; wanted by ${institution.zone.format(wantedAt!)}, kept until the end of its day.`;
  sendStatus(
    exchange,
    institution,
    payment,
    { names: waiting.names, paymentId: payment.id, status: 'PDNG', sentence },
    at,
  );
}

function sendStatus(
  exchange: Exchange,
  institution: Institution,
  payment: Payment,
  line: StatusLine,
  at: Instant,
): void {
  const to = instructorOf(payment);
  send(exchange, to, PAYMENT_STATUS, at, { paymentId: payment.id }, (messageId) =>
    compose(institution, {
      kind: PAYMENT_STATUS,
      messageId,
      toBic: to.profile.bic,
      at,
      content: paymentStatus(institution, messageId, at, [line]),
    }),
  );
}

export const NOTIFICATION = 'camt.054.001.08';

function notify(
  exchange: Exchange,
  institution: Institution,
  party: Participant,
  entry: AccountEntry,
  at: Instant,
  paymentId?: string,
): void {
  const now = institution.zone.format(at);
  send(exchange, party, NOTIFICATION, at, { paymentId }, (messageId) =>
    compose(institution, {
      kind: NOTIFICATION,
      messageId,
      toBic: party.profile.bic,
      at,
      content: {
        BkToCstmrDbtCdtNtfctn: {
          GrpHdr: { MsgId: messageId, CreDtTm: now },
          Ntfctn: {
            Id: messageId,
            CreDtTm: now,
            Acct: accountContent(institution, party),
            Ntry: entryContent(institution, entry),
          },
        },
      },
    }),
  );
}

/** Both ends of a payment that came without a message: clearing positions and the operator's own acts. */
function notifyBoth(exchange: Exchange, institution: Institution, payment: Payment, at: Instant): void {
  const { sender, receiver, amountMinor, valueDate, kind } = payment;
  const entry = { amountMinor, status: 'BOOK', at, valueDate, reference: payment.id, kind, names: payment } as const;
  const debit = { ...entry, side: 'debit', counterpartyBic: receiver.profile.bic } as const;
  const credit = { ...entry, side: 'credit', counterpartyBic: sender.profile.bic } as const;
  notify(exchange, institution, sender, debit, at, payment.id);
  notify(exchange, institution, receiver, credit, at, payment.id);
}

/** Every member of a clearing batch hears of its position before it settles, and when it will not. */
function tellPositions(
  exchange: Exchange,
  institution: Institution,
  batch: ClearingBatch,
  valueDate: string,
  at: Instant,
): void {
  if (batch.state !== 'informing' && batch.state !== 'rejected') return;
  const isRejected = batch.state === 'rejected';
  const until = institution.zone.format(batch.informationEndsAt);
  for (const { participant, netMinor, paymentId } of batch.positions) {
    if (netMinor === 0n) continue;
    const entry: AccountEntry = {
      side: netMinor < 0n ? 'debit' : 'credit',
      amountMinor: netMinor < 0n ? -netMinor : netMinor,
      status: isRejected ? 'INFO' : 'PDNG',
      at,
      valueDate,
      reference: paymentId,
      kind: 'clearing',
      counterpartyBic: batch.house.profile.bic,
      names: { uetr: undefined, references: { endToEndId: batch.reference } },
      note: isRejected ? 'This position will not settle: its batch was rejected.' : `Settles after ${until}.`,
    };
    notify(exchange, institution, participant, entry, at);
  }
}

/** The central bank lent reserves, or took them back. */
function tellFunded(
  exchange: Exchange,
  institution: Institution,
  event: Extract<SettlementEvent, { kind: 'account-funded' }>,
  valueDate: string,
): void {
  const { participant, amountMinor, transferId, at } = event;
  const entry: AccountEntry = {
    side: amountMinor < 0n ? 'debit' : 'credit',
    amountMinor: amountMinor < 0n ? -amountMinor : amountMinor,
    status: 'BOOK',
    at,
    valueDate,
    reference: transferId,
    kind: 'funding',
    counterpartyBic: institution.bic,
  };
  notify(exchange, institution, participant, entry, at);
}

export function namesOf(
  kind: string,
  messageId: string | undefined,
  payment: Pick<Payment, 'uetr' | 'references'>,
): OriginalNames {
  const { instructionId, endToEndId, transactionId } = payment.references;
  return { kind, messageId, instructionId, endToEndId, transactionId, uetr: payment.uetr };
}
