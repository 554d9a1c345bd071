// What the demo's banks write: real ISO 20022 messages between invented customers.
import { randomUUID } from 'node:crypto';
import { type ContentMap, writeMessage } from '../../../modules/iso20022/index.ts';
import { type Institution } from '../../../modules/messages/index.ts';
import { type Payment } from '../../../modules/settlement/index.ts';
import { type Instant } from '../../../platform/instant.ts';
import { formatMinor } from '../../../platform/money.ts';
import { type DemoParticipant } from './country.ts';

const NAMES: readonly (readonly [string, string])[] = [
  ['Orchid Textiles', '兰花纺织'], ['Red Kite Logistics', '赤鸢物流'], ['Stone Bridge Foods', '石桥食品'],
  ['Morning Bell Schools', '晨钟教育'], ['Nine Rivers Power', '九江电力'], ['Paper Crane Press', '纸鹤出版'],
  ['Fourth Pine Hospital', '四松医院'], ['Low Tide Fisheries', '落潮渔业'], ['Copper Gong Theatre', '铜锣剧院'],
  ['Spring Plough Seeds', '春犁种业'], ['Glass Lake Optics', '镜湖光学'], ['Two Cranes Freight', '双鹤货运'],
]; // prettier-ignore

/** Where and when a message is written. */
export interface Desk {
  readonly institution: Institution;
  readonly now: Instant;
  /** Business date payments settle on. */
  readonly date: string;
}

export interface Letter {
  readonly from: DemoParticipant;
  readonly to: DemoParticipant;
  /** Minor units. */
  readonly amountMinor: bigint;
  readonly priority: 'URGT' | 'HIGH' | 'NORM';
  /** The latest moment to debit, as minutes from now. */
  readonly latestInMinutes?: number | undefined;
}

export const dice = (below: number): number => Math.floor(Math.random() * below);
const agent = ({ profile }: DemoParticipant): ContentMap => ({ FinInstnId: { BICFI: profile.bic } });
const newMessageId = (): string => `D${randomUUID().replaceAll('-', '').slice(0, 30)}`;

function group({ institution: { system, zone }, now }: Desk): ContentMap {
  return {
    MsgId: newMessageId(),
    CreDtTm: zone.format(now),
    NbOfTxs: '1',
    SttlmInf: { SttlmMtd: 'CLRG', ClrSys: { Prtry: system } },
  };
}

function words({ institution, now, date }: Desk, letter: Letter): ContentMap {
  const { from, to, amountMinor, priority, latestInMinutes } = letter;
  const reference = randomUUID().slice(0, 8);
  const latest = latestInMinutes === undefined ? undefined : now + latestInMinutes * 60_000_000;
  return {
    PmtId: { InstrId: `INS-${reference}`, EndToEndId: `E2E-${reference}`, UETR: randomUUID() },
    IntrBkSttlmAmt: { Ccy: institution.currency, value: formatMinor(amountMinor, institution.currency) },
    IntrBkSttlmDt: date,
    SttlmPrty: priority,
    SttlmTmReq: latest === undefined ? undefined : { RjctTm: institution.zone.format(latest).slice(11) },
    InstgAgt: agent(from),
    InstdAgt: agent(to),
  };
}

/** A pacs.008 between two customers. */
export function customerTransfer(desk: Desk, letter: Letter): string {
  const [debtor, creditor] = [NAMES[dice(NAMES.length)]!, NAMES[dice(NAMES.length)]!];
  return writeMessage('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: group(desk),
      CdtTrfTxInf: {
        ...words(desk, letter),
        ChrgBr: 'SLEV',
        Dbtr: { Nm: debtor[dice(2)]! },
        DbtrAcct: { Id: { Othr: { Id: String(6_200_000_000 + dice(99_999_999)) } } },
        DbtrAgt: agent(letter.from),
        CdtrAgt: agent(letter.to),
        Cdtr: { Nm: creditor[dice(2)]! },
        CdtrAcct: { Id: { Othr: { Id: String(6_300_000_000 + dice(99_999_999)) } } },
        RmtInf: { Ustrd: `Invoice ${10_000 + dice(89_999)}` },
      },
    },
  });
}

/** A pacs.009 between two banks. */
export function bankTransfer(desk: Desk, letter: Letter): string {
  return writeMessage('pacs.009.001.08', {
    FICdtTrf: {
      GrpHdr: group(desk),
      CdtTrfTxInf: { ...words(desk, letter), Dbtr: agent(letter.from), Cdtr: agent(letter.to) },
    },
  });
}

/** A camt.056: the sender of a payment that waits takes it back. */
export function cancellation({ institution: { bic, zone }, now }: Desk, from: DemoParticipant, uetr: string): string {
  return writeMessage('camt.056.001.08', {
    FIToFIPmtCxlReq: {
      Assgnmt: {
        Id: newMessageId(),
        Assgnr: { Agt: agent(from) },
        Assgne: { Agt: { FinInstnId: { BICFI: bic } } },
        CreDtTm: zone.format(now),
      },
      Undrlyg: { TxInf: { OrgnlUETR: uetr, CxlRsnInf: { Rsn: { Cd: 'CUST' } } } },
    },
  });
}

/** A pacs.004: the receiver of a settled payment sends it back whole. */
export function paymentReturn(desk: Desk, payment: Payment & { readonly uetr: string }, reason = 'AC01'): string {
  const { institution, date } = desk;
  const amount = { Ccy: institution.currency, value: formatMinor(payment.amountMinor, institution.currency) };
  return writeMessage('pacs.004.001.10', {
    PmtRtr: {
      GrpHdr: group(desk),
      TxInf: {
        RtrId: `RTR-${randomUUID().slice(0, 8)}`,
        OrgnlEndToEndId: payment.references.endToEndId,
        OrgnlUETR: payment.uetr,
        OrgnlIntrBkSttlmAmt: amount,
        RtrdIntrBkSttlmAmt: amount,
        IntrBkSttlmDt: date,
        InstgAgt: { FinInstnId: { BICFI: payment.receiver.profile.bic } },
        InstdAgt: { FinInstnId: { BICFI: payment.sender.profile.bic } },
        RtrRsnInf: { Rsn: { Cd: reason } },
      },
    },
  });
}
