// One entry of an account as camt.052, camt.053 and camt.054 carry it.
import { type Instant } from '../../../platform/instant.ts';
import { type ContentMap } from '../../iso20022/index.ts';
import { type Payment } from '../../settlement/index.ts';
import { agent, amount, cut } from './compose.ts';
import { type Institution } from '../institution.ts';

export interface AccountEntry {
  readonly side: 'debit' | 'credit';
  readonly amountMinor: bigint;
  /** ISO 20022 ExternalEntryStatus1Code: booked, pending, or for information only. */
  readonly status: 'BOOK' | 'PDNG' | 'INFO';
  readonly at: Instant;
  readonly valueDate: string;
  /** UUID of the transfer or payment. */
  readonly reference: string;
  /** What it is: `pacs.008`, `clearing`, `funding` … */
  readonly kind: string;
  /** BIC of the other side. */
  readonly counterpartyBic: string;
  readonly names?: Pick<Payment, 'uetr' | 'references'> | undefined;
  /** Place in the statement of its day, from 1. */
  readonly number?: number | undefined;
  readonly note?: string | undefined;
}

export function entryContent(institution: Institution, entry: AccountEntry): ContentMap {
  const { side, amountMinor, status, at, valueDate, reference, kind, counterpartyBic, number, note } = entry;
  const references = entry.names?.references;
  return {
    NtryRef: number === undefined ? undefined : String(number),
    Amt: amount(institution, amountMinor),
    CdtDbtInd: side === 'debit' ? 'DBIT' : 'CRDT',
    Sts: { Cd: status },
    BookgDt: { DtTm: institution.zone.format(at) },
    ValDt: { Dt: valueDate },
    // A UUID without its hyphens fits 35 characters.
    AcctSvcrRef: reference.replaceAll('-', ''),
    BkTxCd: { Prtry: { Cd: kind } },
    NtryDtls: {
      TxDtls: {
        Refs: {
          MsgId: references?.messageId,
          InstrId: references?.instructionId,
          EndToEndId: references?.endToEndId ?? 'NOTPROVIDED',
          UETR: entry.names?.uetr,
          TxId: references?.transactionId,
        },
        RltdAgts: side === 'debit' ? { CdtrAgt: agent(counterpartyBic) } : { DbtrAgt: agent(counterpartyBic) },
      },
    },
    AddtlNtryInf: note === undefined ? undefined : cut(note, 500),
  };
}
