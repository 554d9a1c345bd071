// The pacs.008 that benchmarks send: what a bank's customer payment typically carries.
import { randomUUID } from 'node:crypto';
import { type ContentMap, writeMessage } from '../modules/iso20022/index.ts';

/** Of the demo country; the first one sends, and has no sending limits that could hold its payments back. */
export const BANKS = ['LOTSCNBJ', 'MRDNCNBJ', 'GRNWCNBJ', 'SLKRCNBJ'] as const;

export const PAYMENT = 'pacs.008.001.08';

const SOME_UETR = '00000000-0000-4000-8000-000000000000';

/** Makes messages of so many transactions, each with ids of its own. */
export function bankMessage(date: string, size: number, from: string = BANKS[0]): () => string {
  const template = writeMessage(PAYMENT, paymentContent(date, size, from)).replaceAll(SOME_UETR, '@UETR@');
  return () => template.replaceAll('@ID@', randomUUID().replaceAll('-', '')).replaceAll('@UETR@', () => randomUUID());
}

export function paymentContent(date: string, size: number, from: string = BANKS[0]): ContentMap {
  return {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        MsgId: '@ID@',
        CreDtTm: `${date}T10:00:00+08:00`,
        NbOfTxs: String(size),
        SttlmInf: { SttlmMtd: 'CLRG' },
      },
      CdtTrfTxInf: Array.from({ length: size }, (_, index) => transaction(date, index, from)),
    },
  };
}

function transaction(date: string, index: number, from: string): ContentMap {
  const agent = (bic: string) => ({ FinInstnId: { BICFI: bic } });
  const receiver = BANKS.filter((bank) => bank !== from)[index % 3]!;
  return {
    PmtId: { InstrId: `I${index}`, EndToEndId: `E${index}`, UETR: SOME_UETR },
    IntrBkSttlmAmt: { Ccy: 'CNY', value: '1.00' },
    IntrBkSttlmDt: date,
    ChrgBr: 'SLEV',
    InstgAgt: agent(from),
    InstdAgt: agent(receiver),
    Dbtr: { Nm: 'Orchid Textiles' },
    DbtrAcct: { Id: { Othr: { Id: '6200000001' } } },
    DbtrAgt: agent(from),
    CdtrAgt: agent(receiver),
    Cdtr: { Nm: 'Nine Rivers Power' },
    CdtrAcct: { Id: { Othr: { Id: '6300000002' } } },
    RmtInf: { Ustrd: 'Invoice 10001' },
  };
}
