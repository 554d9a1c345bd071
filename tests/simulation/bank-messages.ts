// The messages banks send in a simulated day, as their own systems would compose them.
import { type ContentMap, writeMessage } from '../../modules/iso20022/index.ts';
import { bicOf, institution } from './small-country.ts';
import { formatMinor } from '../../platform/money.ts';

export interface Order {
  readonly uetr: string;
  readonly from: string;
  readonly to: string;
  readonly amountMinor: bigint;
  readonly valueDate: string;
  readonly priority?: string | undefined;
  readonly times?: ContentMap | undefined;
  readonly currency?: string | undefined;
}

const agent = (name: string): ContentMap => ({ FinInstnId: { BICFI: bicOf(name) } });
const MADE_AT = '2027-04-15T10:00:00+08:00';

function group(messageId: string, count: number): ContentMap {
  return { MsgId: messageId, CreDtTm: MADE_AT, NbOfTxs: String(count), SttlmInf: { SttlmMtd: 'CLRG' } };
}

function money(amountMinor: bigint, currency = institution.currency): ContentMap {
  return { Ccy: currency, value: formatMinor(amountMinor, institution.currency) };
}

function transactionOf(order: Order): ContentMap {
  const { uetr, amountMinor, valueDate, priority, times, currency } = order;
  return {
    PmtId: { InstrId: uetr.slice(0, 8), EndToEndId: `E-${uetr.slice(0, 8)}`, UETR: uetr },
    IntrBkSttlmAmt: money(amountMinor, currency),
    IntrBkSttlmDt: valueDate,
    SttlmPrty: priority,
    SttlmTmReq: times,
  };
}

export function customerTransfers(messageId: string, orders: readonly Order[]): string {
  return writeMessage('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: group(messageId, orders.length),
      CdtTrfTxInf: orders.map((order) => ({
        ...transactionOf(order),
        ChrgBr: 'SLEV',
        InstgAgt: agent(order.from),
        InstdAgt: agent(order.to),
        Dbtr: { Nm: 'Zhang San' },
        DbtrAgt: agent(order.from),
        CdtrAgt: agent(order.to),
        Cdtr: { Nm: '李四 & <Co>' },
      })),
    },
  });
}

export function bankTransfer(messageId: string, order: Order): string {
  return writeMessage('pacs.009.001.08', {
    FICdtTrf: {
      GrpHdr: group(messageId, 1),
      CdtTrfTxInf: {
        ...transactionOf(order),
        InstgAgt: agent(order.from),
        InstdAgt: agent(order.to),
        Dbtr: agent(order.from),
        Cdtr: agent(order.to),
      },
    },
  });
}

/** The receiver of a settled payment sends this much of it back. */
export function paymentReturn(messageId: string, order: Order, returnedMinor: bigint): string {
  return writeMessage('pacs.004.001.10', {
    PmtRtr: {
      GrpHdr: group(messageId, 1),
      TxInf: {
        RtrId: `R-${messageId}`,
        OrgnlEndToEndId: `E-${order.uetr.slice(0, 8)}`,
        OrgnlUETR: order.uetr,
        RtrdIntrBkSttlmAmt: money(returnedMinor),
        IntrBkSttlmDt: order.valueDate,
        InstgAgt: agent(order.from),
        InstdAgt: agent(order.to),
        RtrRsnInf: { Rsn: { Cd: 'AC04' } },
      },
    },
  });
}

export function cancellation(messageId: string, from: string, uetrs: readonly string[]): string {
  return writeMessage('camt.056.001.08', {
    FIToFIPmtCxlReq: {
      Assgnmt: {
        Id: messageId,
        Assgnr: { Agt: agent(from) },
        Assgne: { Agt: { FinInstnId: { BICFI: institution.bic } } },
        CreDtTm: MADE_AT,
      },
      Undrlyg: { TxInf: uetrs.map((uetr) => ({ OrgnlUETR: uetr })) },
    },
  });
}

export function statusRequest(messageId: string, uetr: string): string {
  return writeMessage('pacs.028.001.03', {
    FIToFIPmtStsReq: { GrpHdr: { MsgId: messageId, CreDtTm: MADE_AT }, TxInf: { OrgnlUETR: uetr } },
  });
}

export function liquidityTransfer(messageId: string, order: Order): string {
  return writeMessage('camt.050.001.05', {
    LqdtyCdtTrf: {
      MsgHdr: { MsgId: messageId },
      LqdtyCdtTrf: {
        LqdtyTrfId: { EndToEndId: `E-${order.uetr.slice(0, 8)}`, UETR: order.uetr },
        Cdtr: agent(order.to),
        TrfdAmt: { AmtWthCcy: money(order.amountMinor) },
        Dbtr: agent(order.from),
      },
    },
  });
}

export function reservationChange(messageId: string, type: 'HPAR' | 'UPAR', amountMinor: bigint): string {
  return writeMessage('camt.048.001.05', {
    ModfyRsvatn: {
      MsgHdr: { MsgId: messageId },
      RsvatnId: { Cur: { Tp: { Cd: type } } },
      NewRsvatnValSet: { Amt: { AmtWthCcy: money(amountMinor) } },
    },
  });
}

export function reservationQuery(messageId: string): string {
  return writeMessage('camt.046.001.05', { GetRsvatn: { MsgHdr: { MsgId: messageId } } });
}

export function reportRequest(messageId: string, from: string): string {
  return writeMessage('camt.060.001.05', {
    AcctRptgReq: {
      GrpHdr: { MsgId: messageId, CreDtTm: MADE_AT },
      RptgReq: { ReqdMsgNmId: 'camt.052.001.08', AcctOwnr: { Agt: agent(from) } },
    },
  });
}
