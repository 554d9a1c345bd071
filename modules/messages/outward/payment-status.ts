// pacs.002: what became of each payment of a message, at once and later.
import { type Instant } from '../../../platform/instant.ts';
import { type ContentMap } from '../../iso20022/index.ts';
import { type Payment } from '../../settlement/index.ts';
import { statusReason } from './compose.ts';
import { type OriginalNames } from '../exchange.ts';
import { type Institution } from '../institution.ts';

export const PAYMENT_STATUS = 'pacs.002.001.10';

/** ISO 20022 ExternalPaymentTransactionStatus1Code, as used here. */
export type TransactionStatus = 'ACSC' | 'PDNG' | 'RJCT' | 'CANC';

export interface StatusLine {
  readonly names: OriginalNames;
  readonly status: TransactionStatus;
  readonly reason?: string | undefined;
  readonly sentence?: string | undefined;
  readonly settledOn?: string | undefined;
  readonly at?: Instant | undefined;
  /** Our id of the payment. */
  readonly paymentId?: string | undefined;
}

export function statusOf(payment: Payment, names: OriginalNames): StatusLine {
  const base = { names, paymentId: payment.id };
  switch (payment.state) {
    case 'settled':
      return { ...base, status: 'ACSC', settledOn: payment.valueDate, at: payment.settledAt };
    case 'cancelled':
      return { ...base, status: 'CANC', reason: payment.endReason };
    case 'returned':
    case 'rejected':
      return { ...base, status: 'RJCT', reason: payment.endReason };
    default:
      return { ...base, status: 'PDNG', sentence: WAITS[payment.reason ?? payment.state] };
  }
}

const WAITS: Readonly<Record<string, string>> = {
  warehoused: 'Kept for its settlement date.',
  'earliest-time': 'Kept for its earliest debit time.',
  'insufficient-funds': 'Queued: not enough liquidity.',
  'behind-earlier': 'Queued behind an earlier payment.',
  reserved: 'Queued: the liquidity is reserved.',
  'bilateral-limit': 'Queued: the bilateral limit is reached.',
  'multilateral-limit': 'Queued: the multilateral limit is reached.',
  suspended: 'Queued: a participant is suspended.',
};

export function paymentStatus(
  institution: Institution,
  messageId: string,
  at: Instant,
  lines: readonly StatusLine[],
): ContentMap {
  return {
    FIToFIPmtStsRpt: {
      GrpHdr: { MsgId: messageId, CreDtTm: institution.zone.format(at) },
      TxInfAndSts: lines.map((line) => lineContent(institution, line)),
    },
  };
}

function lineContent(institution: Institution, line: StatusLine): ContentMap {
  const { names } = line;
  return {
    OrgnlGrpInf: names.messageId === undefined ? undefined : { OrgnlMsgId: names.messageId, OrgnlMsgNmId: names.kind },
    OrgnlInstrId: names.instructionId,
    OrgnlEndToEndId: names.endToEndId,
    OrgnlTxId: names.transactionId,
    OrgnlUETR: names.uetr,
    TxSts: line.status,
    StsRsnInf: line.reason
      ? statusReason(line.reason, line.sentence)
      : line.sentence
        ? { AddtlInf: line.sentence }
        : undefined,
    AccptncDtTm: line.at === undefined ? undefined : institution.zone.format(line.at),
    FctvIntrBkSttlmDt: line.settledOn === undefined ? undefined : { Dt: line.settledOn },
    // Our id without its hyphens fits 35 characters.
    ClrSysRef: line.paymentId?.replaceAll('-', ''),
  };
}

/** A whole message refused for one reason. */
export function groupRejected(
  institution: Institution,
  messageId: string,
  at: Instant,
  original: { messageId: string; kind: string },
  reason: string,
  sentence: string,
): ContentMap {
  return {
    FIToFIPmtStsRpt: {
      GrpHdr: { MsgId: messageId, CreDtTm: institution.zone.format(at) },
      OrgnlGrpInfAndSts: {
        OrgnlMsgId: original.messageId,
        OrgnlMsgNmId: original.kind,
        GrpSts: 'RJCT',
        StsRsnInf: statusReason(reason, sentence),
      },
    },
  };
}
