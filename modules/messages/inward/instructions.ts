// From a transaction of pacs.008, pacs.009 or pacs.004 to the payment it asks for, with the rules a schema cannot say.
import { type Instant, parseInstant } from '../../../platform/instant.ts';
import { parseMinor } from '../../../platform/money.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { addDays } from '../../../platform/time-zone.ts';
import { attribute, child, type Element, find, text } from '../../iso20022/index.ts';
import {
  findParticipant, type NewPayment, type Participant, type Priority, type Settlement, settlesOn,
} from '../../settlement/index.ts'; // prettier-ignore
import { type Inbound } from './inbound.ts';
import { type Institution } from '../institution.ts';

/** A business refusal of one transaction: an ISO 20022 reason code and a sentence. */
export class TransactionRefused extends Error {
  readonly reason: string;
  constructor(reason: string, sentence: string) {
    super(sentence);
    this.reason = reason;
  }
}

const PRIORITY_OF: Readonly<Record<string, Priority>> = { URGT: 'highly-urgent', HIGH: 'urgent', NORM: 'normal' };

/** The participant an agent element names by BIC, clearing code or LEI; undefined when it names none. */
export function participantOf(s: Settlement, agent: Element | undefined): Participant | undefined {
  const id = child(agent, 'FinInstnId');
  if (!id) return undefined;
  const member = text(id, 'ClrSysMmbId/MmbId');
  const scheme = text(id, 'ClrSysMmbId/ClrSysId/Cd') ?? text(id, 'ClrSysMmbId/ClrSysId/Prtry');
  const clearingCode = member === undefined ? undefined : schemeCode(s, scheme, member);
  return findParticipant(s, { bic: text(id, 'BICFI'), lei: text(id, 'LEI'), clearingCode });
}

/** A clearing code without its scheme is taken for the one scheme that has it. */
function schemeCode(s: Settlement, scheme: string | undefined, code: string) {
  if (scheme !== undefined) return { scheme, code };
  const known = s.participants.flatMap(({ profile }) => profile.clearingCodes).filter((each) => each.code === code);
  return { scheme: known[0]?.scheme ?? '', code };
}

export interface Instruction {
  readonly payment: NewPayment;
  readonly sender: Participant;
  readonly receiver: Participant;
}

/** Reads what the transaction asks for; throws a TransactionRefused with the ISO reason. */
export function readInstruction(s: Settlement, institution: Institution, inbound: Inbound, index: number): Instruction {
  const transaction = inbound.transactions[index]!;
  const group = child(inbound.body, 'GrpHdr');
  const family = inbound.kind!.slice(0, 8);
  const isReturn = family === 'pacs.004';
  const caller = s.participantById.get(inbound.senderId)!;
  const instructing = child(transaction, 'InstgAgt') ?? child(group, 'InstgAgt');
  const sender = instructing ? participantOf(s, instructing) : caller;
  if (!sender) throw new TransactionRefused('RC03', 'The instructing agent is not a participant.');
  if (settlesOn(s, sender) !== settlesOn(s, caller)) {
    throw new TransactionRefused('AGNT', 'The instructing agent is not the sender of this message.');
  }
  const receiver = receiverOf(s, transaction, group);
  if (!receiver) throw new TransactionRefused('RC04', 'The instructed agent is not a participant.');
  for (const party of [caller, sender, receiver]) {
    if (party.standing !== 'active') {
      throw new TransactionRefused('AG01', `${party.profile.bic} is suspended, has left, or has not joined yet.`);
    }
  }
  if (caller.accountId === 0 && sender.accountId === 0 && sender !== caller) {
    throw new TransactionRefused('AGNT', 'The instructing agent is not the sender of this message.');
  }
  const money = child(transaction, isReturn ? 'RtrdIntrBkSttlmAmt' : 'IntrBkSttlmAmt')!;
  const currency = attribute(money, 'Ccy')!;
  if (currency !== institution.currency)
    throw new TransactionRefused('AM03', `Settlement here is in ${institution.currency}.`);
  const amountMinor = minorOf(money.text, currency);
  const ids = isReturn ? transaction : child(transaction, 'PmtId');
  const original = isReturn ? originalOf(s, transaction) : undefined;
  const times = find(transaction, 'SttlmTmReq');
  const valueDate = text(transaction, 'IntrBkSttlmDt') ?? text(group, 'IntrBkSttlmDt');
  return {
    sender: settlesOn(s, sender),
    receiver: settlesOn(s, receiver),
    payment: {
      id: inbound.paymentIds[index]!,
      uetr: isReturn ? undefined : text(ids, 'UETR'),
      kind: family,
      senderId: settlesOn(s, sender).id,
      instructedById: caller.accountId === 0 ? caller.id : undefined,
      receiverId: settlesOn(s, receiver).id,
      currency,
      amountMinor,
      priority:
        PRIORITY_OF[text(transaction, 'SttlmPrty') ?? text(transaction, 'PmtTpInf/InstrPrty') ?? 'NORM'] ?? 'normal',
      valueDate,
      earliestAt: momentOf(s, institution, text(times, 'FrTm'), valueDate),
      wantedAt: momentOf(s, institution, text(times, 'TillTm') ?? text(times, 'CLSTm'), valueDate),
      latestAt: momentOf(s, institution, text(times, 'RjctTm'), valueDate),
      references: {
        messageId: inbound.messageId,
        instructionId: text(ids, 'InstrId') ?? text(ids, 'RtrId'),
        endToEndId: text(ids, 'EndToEndId') ?? text(ids, 'OrgnlEndToEndId'),
        transactionId: text(ids, 'TxId') ?? text(ids, 'OrgnlTxId'),
        clearingReference: text(ids, 'ClrSysRef'),
      },
      ...(original === undefined ? {} : { returnsId: original }),
    },
  };
}

function receiverOf(s: Settlement, transaction: Element, group: Element | undefined): Participant | undefined {
  const named = child(transaction, 'InstdAgt') ?? child(group, 'InstdAgt') ?? child(transaction, 'CdtrAgt');
  return participantOf(s, named ?? child(transaction, 'Cdtr'));
}

function originalOf(s: Settlement, transaction: Element): string {
  const uetr = text(transaction, 'OrgnlUETR');
  const payment = uetr === undefined ? undefined : s.paymentByUetr.get(uetr);
  if (!payment) throw new TransactionRefused('NOOR', 'No original payment has this UETR.');
  return payment.id;
}

/** A time of day, with or without offset, within the business day of this date: it may begin the evening before. */
function momentOf(
  s: Settlement,
  institution: Institution,
  time: string | undefined,
  valueDate = s.day!.date,
): Instant | undefined {
  if (time === undefined) return undefined;
  const phases = s.day?.date === valueDate ? s.day.phases : s.calendar.phasesOf(valueDate);
  const moments = [0, -1, 1].map((days) => momentOn(institution, addDays(valueDate, days), time));
  const isWithin = (moment: Instant): boolean => phases[0]!.startsAt <= moment && moment <= phases.at(-1)!.endsAt;
  return moments.find((moment) => moment !== undefined && isWithin(moment)) ?? moments[0];
}

function momentOn(institution: Institution, date: string, time: string): Instant | undefined {
  return /(Z|[+-]\d\d:\d\d)$/.test(time)
    ? parseInstant(`${date}T${time}`)
    : institution.zone.instantOf(date, time.slice(0, 8));
}

function minorOf(decimal: string, currency: string): bigint {
  try {
    return parseMinor(decimal, currency);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new TransactionRefused('AM12', 'The amount is not a plain decimal with the digits of its currency.');
  }
}

/** What the whole message says of its transactions: how they settle, when, their number and the control sum. */
export function refuseGroup(inbound: Inbound): TransactionRefused | undefined {
  const group = child(inbound.body, 'GrpHdr');
  const method = text(group, 'SttlmInf/SttlmMtd');
  if (method !== undefined && method !== 'CLRG')
    return new TransactionRefused('NARR', `SttlmMtd is ${method}; what settles here settles by CLRG.`);
  const date = text(group, 'IntrBkSttlmDt');
  const dates = inbound.transactions.map((each) => text(each, 'IntrBkSttlmDt') ?? date);
  if (date !== undefined && dates.some((each) => each !== date))
    return new TransactionRefused('DT01', 'IntrBkSttlmDt of the group header and of a transaction differ.');
  const count = text(group, 'NbOfTxs');
  if (count !== undefined && Number(count) !== inbound.transactions.length) {
    return new TransactionRefused('AM18', `NbOfTxs says ${count}, the message has ${inbound.transactions.length}.`);
  }
  const sums = ['CtrlSum', 'TtlIntrBkSttlmAmt', 'TtlRtrdIntrBkSttlmAmt'].filter(
    (path) => text(group, path) !== undefined,
  );
  if (sums.length === 0) return undefined;
  const amounts = inbound.transactions.map((each) => text(each, 'IntrBkSttlmAmt') ?? text(each, 'RtrdIntrBkSttlmAmt'));
  const sum = amounts.reduce((total, each) => total + scaled(each ?? '0'), 0n);
  for (const path of sums) {
    if (scaled(text(group, path)!) !== sum)
      return new TransactionRefused('AM10', `${path} is not the sum of the amounts.`);
  }
  return undefined;
}

const SCALE = 18;

/** A decimal as a whole number of 10^-18. */
function scaled(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.replace('+', '').split('.');
  return BigInt(`${whole || '0'}${fraction.slice(0, SCALE).padEnd(SCALE, '0')}`);
}
