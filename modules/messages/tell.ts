// Turns what settlement did into messages: the payment to its receiver, its end to its sender, in the same commit.
import { type Instant } from '../../platform/instant.ts';
import { type Payment, type Settlement, type SettlementEvent } from '../settlement/index.ts';
import { agent, amount, compose } from './compose.ts';
import { type Exchange, type OriginalNames } from './exchange.ts';
import { forwardedXml } from './forward.ts';
import { type Institution } from './institution.ts';
import { PAYMENT_STATUS, paymentStatus, statusOf } from './payment-status.ts';

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
    }
  }
  exchange.told.clear();
  void s;
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
    // Clearing positions and the operator's own acts come without a message: both ends get a notice.
    notify(exchange, institution, payment, 'DBIT', at);
    notify(exchange, institution, payment, 'CRDT', at);
  }
}

function tellSender(exchange: Exchange, institution: Institution, payment: Payment, at: Instant): void {
  const waiting = exchange.waiting.get(payment.id);
  if (!waiting) return;
  exchange.waiting.delete(payment.id);
  exchange.endedWaiting.push(payment.id);
  if (exchange.told.has(payment.id)) return;
  const { sender } = payment;
  send(exchange, sender, PAYMENT_STATUS, at, { paymentId: payment.id }, (messageId) =>
    compose(institution, {
      kind: PAYMENT_STATUS,
      messageId,
      toBic: sender.profile.bic,
      at,
      content: paymentStatus(institution, messageId, at, [statusOf(payment, waiting.names)]),
    }),
  );
}

export const NOTIFICATION = 'camt.054.001.08';

function notify(
  exchange: Exchange,
  institution: Institution,
  payment: Payment,
  side: 'DBIT' | 'CRDT',
  at: Instant,
): void {
  const party = side === 'DBIT' ? payment.sender : payment.receiver;
  const other = side === 'DBIT' ? payment.receiver : payment.sender;
  const now = institution.zone.format(at);
  send(exchange, party, NOTIFICATION, at, { paymentId: payment.id }, (messageId) =>
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
            Acct: { Id: { Othr: { Id: `settlement:${party.id}`.slice(0, 34) } }, Ccy: institution.currency },
            Ntry: {
              Amt: amount(institution, payment.amountMinor),
              CdtDbtInd: side,
              Sts: { Cd: 'BOOK' },
              BookgDt: { DtTm: now },
              ValDt: { Dt: payment.valueDate },
              AcctSvcrRef: payment.id.replaceAll('-', ''),
              BkTxCd: { Prtry: { Cd: payment.kind } },
              NtryDtls: {
                TxDtls: {
                  Refs: { EndToEndId: payment.references.endToEndId ?? 'NOTPROVIDED' },
                  RltdAgts:
                    side === 'DBIT' ? { CdtrAgt: agent(other.profile.bic) } : { DbtrAgt: agent(other.profile.bic) },
                },
              },
            },
          },
        },
      },
    }),
  );
}

export function namesOf(
  kind: string,
  messageId: string | undefined,
  payment: Pick<Payment, 'uetr' | 'references'>,
): OriginalNames {
  const { instructionId, endToEndId, transactionId } = payment.references;
  return { kind, messageId, instructionId, endToEndId, transactionId, uetr: payment.uetr };
}
