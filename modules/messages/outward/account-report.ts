// A statement as messages: camt.053 for a day that has closed, camt.052 for the day in progress.
import { type Instant } from '../../../platform/instant.ts';
import { formatMinor } from '../../../platform/money.ts';
import { type ContentMap } from '../../iso20022/index.ts';
import { type Participant } from '../../settlement/index.ts';
import { type AccountEntry, entryContent } from './account-entry.ts';
import { agent, amount } from './compose.ts';
import { type Institution } from '../institution.ts';
import { type Statement } from './statement.ts';

export const ACCOUNT_STATEMENT = 'camt.053.001.08';
export const ACCOUNT_REPORT = 'camt.052.001.08';

/** Entries in one message: about a megabyte. */
export const ENTRIES_PER_PAGE = 1_000;

/** The settlement account in a message; its code is cut to the 34 characters there are for it. */
export function accountContent(institution: Institution, participant: Participant): ContentMap {
  return {
    Id: { Othr: { Id: `settlement:${participant.id}`.slice(0, 34) } },
    Ccy: institution.currency,
    Ownr: { Id: { OrgId: { AnyBIC: participant.profile.bic } } },
    Svcr: agent(institution.bic),
  };
}

/** ISO 20022 balance types: OPBD and CLBD opening and closing booked, ITBD and ITAV interim booked and available. */
export function balanceContent(
  institution: Institution,
  type: 'OPBD' | 'CLBD' | 'ITBD' | 'ITAV',
  minor: bigint,
  at: Instant,
): ContentMap {
  return {
    Tp: { CdOrPrtry: { Cd: type } },
    Amt: amount(institution, minor < 0n ? -minor : minor),
    CdtDbtInd: minor < 0n ? 'DBIT' : 'CRDT',
    Dt: { DtTm: institution.zone.format(at) },
  };
}

function totalsContent(institution: Institution, statement: Statement): ContentMap {
  const sum = (minor: bigint): ContentMap => ({ Sum: formatMinor(minor, institution.currency) });
  return {
    TtlNtries: { NbOfNtries: String(statement.entryCount) },
    TtlCdtNtries: sum(statement.creditsMinor),
    TtlDbtNtries: sum(statement.debitsMinor),
  };
}

function spanContent(institution: Institution, { from, to }: Statement): ContentMap {
  return { FrDtTm: institution.zone.format(from), ToDtTm: institution.zone.format(to) };
}

export interface PageOfStatement {
  /** From 1. */
  readonly number: number;
  readonly isLast: boolean;
  /** Sent again because the participant asked. */
  readonly isCopy?: boolean;
}

/** One page of a closed day: every page says both balances, so that each can be checked by itself. */
export function statementContent(
  institution: Institution,
  statement: Statement,
  messageId: string,
  at: Instant,
  page: PageOfStatement,
): ContentMap {
  const now = institution.zone.format(at);
  return {
    BkToCstmrStmt: {
      GrpHdr: { MsgId: messageId, CreDtTm: now },
      Stmt: {
        Id: `${statement.date}-${statement.participant.id}`.slice(0, 35),
        StmtPgntn: { PgNb: String(page.number), LastPgInd: String(page.isLast) },
        CreDtTm: now,
        FrToDt: spanContent(institution, statement),
        CpyDplctInd: page.isCopy ? 'DUPL' : undefined,
        Acct: accountContent(institution, statement.participant),
        Bal: [
          balanceContent(institution, 'OPBD', statement.openingMinor, statement.from),
          balanceContent(institution, 'CLBD', statement.closingMinor, statement.to),
        ],
        TxsSummry: totalsContent(institution, statement),
        Ntry: statement.entries.map((entry) => entryContent(institution, entry)),
      },
    },
  };
}

export interface ReportRequest {
  /** Our message, and the bank's that asked for it. */
  readonly messageId: string;
  readonly askedBy: { readonly messageId: string; readonly kind: string };
  readonly reports: readonly {
    readonly id: string;
    readonly statement: Statement;
    /** What could be spent at this moment. */
    readonly availableMinor: bigint;
    /** What waits in the queue at this moment. */
    readonly pending: readonly AccountEntry[];
  }[];
}

/** The day so far: booked entries, then what is pending. */
export function reportContent(institution: Institution, request: ReportRequest, at: Instant): ContentMap {
  const now = institution.zone.format(at);
  const { messageId, askedBy, reports } = request;
  return {
    BkToCstmrAcctRpt: {
      GrpHdr: {
        MsgId: messageId,
        CreDtTm: now,
        OrgnlBizQry: { MsgId: askedBy.messageId, MsgNmId: askedBy.kind },
      },
      Rpt: reports.map(({ id, statement, availableMinor, pending }) => ({
        Id: id,
        CreDtTm: now,
        FrToDt: spanContent(institution, statement),
        Acct: accountContent(institution, statement.participant),
        Bal: [
          balanceContent(institution, 'OPBD', statement.openingMinor, statement.from),
          balanceContent(institution, 'ITBD', statement.closingMinor, statement.to),
          balanceContent(institution, 'ITAV', availableMinor, at),
        ],
        TxsSummry: totalsContent(institution, statement),
        Ntry: [...statement.entries, ...pending].map((entry) => entryContent(institution, entry)),
        AddtlRptInf: noteOf(statement),
      })),
    },
  };
}

function noteOf({ entries, entryCount }: Statement): string | undefined {
  if (entries.length === entryCount) return undefined;
  const last = entries.at(-1)?.number ?? 0;
  return `Entries ${entries[0]?.number ?? 0} to ${last} of ${entryCount}. Ask for others by RptgSeq.`;
}
