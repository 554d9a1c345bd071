// What the door does with a message: the same again gets the same answer, a bad one its refusal, a good one is acted
// upon; and the immediate answer is written down in the commit that carries what it says.
import { type Instant } from '../../../platform/instant.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type Command } from '../../../platform/writer/desk.ts';
import { child, spokenKinds, isRead, text } from '../../iso20022/index.ts';
import {
  isFinal, isoReasonOf, type NewPayment, type Payment, rejectPayment, SETTLEMENT_REFUSALS, type SettlementNeed,
  submitPayment,
} from '../../settlement/index.ts'; // prettier-ignore
import { agent, compose, cut } from '../outward/compose.ts';
import { type ReceiveContext } from '../context.ts';
import { type Answer } from '../exchange.ts';
import { elementXml } from '../outward/forward.ts';
import { type Decision, type ExchangeMemory, type Hearing } from './hearing.ts';
import { canBeRead, type Inbound } from './inbound.ts';
import { wrongInHeader } from './header.ts';
import { checkSignature } from './message-signature.ts';
import { readInstruction, refuseGroup, TransactionRefused } from './instructions.ts';
import { type Institution } from '../institution.ts';
import { groupRejected, PAYMENT_STATUS, paymentStatus, type StatusLine, statusOf } from '../outward/payment-status.ts';
import { type PreparedStatement, prepareStatements } from './prepare-statements.ts';
import { answerRequest } from './requests.ts';
import { namesOf } from '../outward/tell.ts';

export interface Received {
  readonly answer: Answer;
  /** It had come before: the answer is the one given then. */
  readonly isRepeated: boolean;
  readonly state: 'accepted' | 'refused';
}

/** Takes a message and resolves with its answer once that is durable; `tooMuch` refuses what had not come before. */
export async function receive(context: ReceiveContext, inbound: Inbound, tooMuch?: Refusal): Promise<Received> {
  const checked = await checkSignature(context, inbound);
  const statements = await prepareStatements(context, checked);
  return context.writer.submit(receiveMessage(context.institution, checked, statements, tooMuch));
}

function receiveMessage(
  institution: Institution,
  inbound: Inbound,
  statements: readonly PreparedStatement[],
  tooMuch: Refusal | undefined,
): Command<ExchangeMemory, Received> {
  return {
    name: `receive ${inbound.kind ?? 'unreadable'}`,
    weight: Math.max(1, inbound.transactions.length),
    needs: {
      settlement: settlementNeeds(inbound),
      messages:
        inbound.messageId === undefined ? {} : { messages: [[inbound.senderId, inbound.messageId, inbound.hash]] },
    },
    decide: (memory, at) => decide(institution, inbound, statements, tooMuch, memory, at),
  };
}

/** Nothing for a message that will be refused: its references may be anything. */
function settlementNeeds(inbound: Inbound): SettlementNeed {
  if (!canBeRead(inbound)) return {};
  const uetrs = inbound.transactions.flatMap((each) => [
    ...(text(each, 'PmtId/UETR') ? [text(each, 'PmtId/UETR')!] : []),
    ...(text(each, 'OrgnlUETR') ? [text(each, 'OrgnlUETR')!] : []),
  ]);
  const moved = text(inbound.body, 'LqdtyCdtTrf/LqdtyTrfId/UETR');
  return { uetrs: moved === undefined ? uetrs : [...uetrs, moved] };
}

function decide(
  institution: Institution,
  inbound: Inbound,
  statements: readonly PreparedStatement[],
  tooMuch: Refusal | undefined,
  memory: ExchangeMemory,
  at: Instant,
): Received {
  const { exchange } = memory.messages;
  const sender = memory.settlement.settlement.participantById.get(inbound.senderId);
  if (!sender) throw new Refusal('participant_not_found', { field: '/sender' });
  const answerId = `A${inbound.id.replaceAll('-', '')}`;
  const hearing: Hearing = { memory, exchange, institution, inbound, statements, sender, at, answerId };
  const taken = inbound.messageId === undefined ? undefined : exchange.taken(inbound.senderId, inbound.messageId);
  if (taken?.hash.equals(inbound.hash)) return { answer: taken.answer, isRepeated: true, state: taken.state };
  const refused =
    inbound.messageId === undefined ? undefined : exchange.refused(inbound.senderId, inbound.messageId, inbound.hash);
  if (refused) return { answer: refused.answer, isRepeated: true, state: 'refused' };
  if (tooMuch) throw tooMuch;
  const decision = taken ? refuseOtherUnderSameId(hearing) : canBeRead(inbound) ? heed(hearing) : reject(hearing);
  const { kind, content, state = 'accepted', amountMinor } = decision;
  const xml = compose(institution, { kind, messageId: answerId, toBic: sender.profile.bic, at, content });
  const answer = { kind, xml };
  const { messageId } = inbound;
  // What could not be heeded leaves its id to the corrected message.
  const claims = messageId !== undefined && !taken && kind !== REJECT;
  exchange.newInbox.push({ inbound, claims, state, amountMinor, answer, at });
  const told = { inboxId: inbound.id, hash: inbound.hash, state, answer };
  if (claims) exchange.remember(inbound.senderId, messageId, told);
  else if (messageId !== undefined) exchange.rememberRefused(inbound.senderId, messageId, told);
  return { answer, isRepeated: false, state };
}

/** The header must agree with the message and with who brought it; then the message is acted upon. */
function heed(hearing: Hearing): Decision {
  const wrong = wrongInHeader(hearing);
  return wrong ? rejectWith(hearing, wrong.rule, wrong.sentence, `/AppHdr/${wrong.member}`) : act(hearing);
}

function act(hearing: Hearing): Decision {
  const family = hearing.inbound.kind!.slice(0, 8);
  return family === 'pacs.008' || family === 'pacs.009' || family === 'pacs.004'
    ? takePayments(hearing)
    : answerRequest(hearing);
}

function takePayments(hearing: Hearing): Decision {
  const { inbound, institution, answerId, at } = hearing;
  const wrong = refuseGroup(inbound);
  const original = { messageId: inbound.messageId!, kind: inbound.kind! };
  if (wrong) {
    const content = groupRejected(institution, answerId, at, original, wrong.reason, wrong.message);
    return { kind: PAYMENT_STATUS, content, state: 'refused' };
  }
  const taken = inbound.transactions.map((_, index) => takePayment(hearing, index));
  return {
    kind: PAYMENT_STATUS,
    content: paymentStatus(institution, answerId, at, taken.map(({ line }) => line)),
    state: taken.every(({ line }) => line.status === 'RJCT') ? 'refused' : 'accepted',
    amountMinor: taken.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  }; // prettier-ignore
}

function takePayment(hearing: Hearing, index: number): { line: StatusLine; amountMinor: bigint } {
  const { memory, exchange, institution, inbound, at } = hearing;
  const { settlement } = memory.settlement;
  const transaction = inbound.transactions[index]!;
  let request;
  try {
    request = readInstruction(settlement, institution, inbound, index).payment;
    const standing = request.uetr === undefined ? undefined : settlement.paymentByUetr.get(request.uetr);
    if (standing && isSamePayment(request, standing)) {
      // Sent again under another message id: it is the payment we have, and its state is the answer.
      return { line: statusOf(standing, namesOf(inbound.kind!, inbound.messageId, standing)), amountMinor: 0n };
    }
    const names = namesOf(inbound.kind!, inbound.messageId, {
      uetr: request.uetr,
      references: request.references ?? {},
    });
    // Before settlement decides: what it settles at once is forwarded from here too.
    const written = inbound.transactionTexts[index] ?? elementXml(transaction);
    exchange.waiting.set(request.id, { kind: inbound.kind!, names, transaction: written });
    const payment = submitPayment(settlement, request, at);
    if (isFinal(payment)) exchange.told.add(payment.id);
    else exchange.newWaiting.push(payment.id);
    return { line: statusOf(payment, names), amountMinor: payment.amountMinor };
  } catch (error) {
    const refused = reasonOf(error);
    const ids = child(transaction, 'PmtId') ?? transaction;
    const names = {
      kind: inbound.kind!,
      messageId: inbound.messageId,
      instructionId: text(ids, 'InstrId') ?? text(ids, 'OrgnlInstrId'),
      endToEndId: text(ids, 'EndToEndId') ?? text(ids, 'OrgnlEndToEndId'),
      transactionId: text(ids, 'TxId') ?? text(ids, 'OrgnlTxId'),
      uetr: text(ids, 'UETR') ?? text(ids, 'OrgnlUETR'),
    };
    if (request) {
      exchange.waiting.delete(request.id);
      rejectPayment(settlement, request, refused.reason, at);
    }
    return { line: { names, status: 'RJCT', ...refused }, amountMinor: 0n };
  }
}

function isSamePayment(request: NewPayment, standing: Payment): boolean {
  const { references = {} } = request;
  return (
    request.kind === standing.kind &&
    request.senderId === standing.sender.id &&
    request.receiverId === standing.receiver.id &&
    request.amountMinor === standing.amountMinor &&
    (request.valueDate === undefined || request.valueDate === (standing.askedDate ?? standing.valueDate)) &&
    references.instructionId === standing.references.instructionId &&
    references.endToEndId === standing.references.endToEndId &&
    references.transactionId === standing.references.transactionId
  );
}

/** Anything that is not a refusal is a fault, and goes on. */
function reasonOf(error: unknown): { reason: string; sentence: string } {
  if (error instanceof TransactionRefused) return { reason: error.reason, sentence: error.message };
  const reason = error instanceof Refusal ? isoReasonOf(error) : undefined;
  if (reason === undefined) throw error;
  const { code } = error as Refusal;
  return { reason, sentence: SETTLEMENT_REFUSALS[code as keyof typeof SETTLEMENT_REFUSALS].en };
}

function refuseOtherUnderSameId(hearing: Hearing): Decision {
  const { inbound, institution, answerId, at } = hearing;
  const sentence = 'Another message with this id was received from this sender.';
  if (!inbound.kind?.startsWith('pacs.00') || !canBeRead(inbound))
    return rejectWith(hearing, 'DU01', sentence, undefined);
  const original = { messageId: inbound.messageId!, kind: inbound.kind };
  return {
    kind: PAYMENT_STATUS,
    content: groupRejected(institution, answerId, at, original, 'DU01', sentence),
    state: 'refused',
  };
}

export const REJECT = 'admi.002.001.01';

/** Every violation, as far as the message has room for them. */
function reject(hearing: Hearing): Decision {
  const { violations, kind } = hearing.inbound;
  const [first] = violations;
  if (!first) {
    const spoken = spokenKinds.filter(isRead).join(', ');
    return rejectWith(
      hearing,
      'kind.unknown',
      `${kind ?? 'This'} is not received here; received are: ${spoken}.`,
      undefined,
    );
  }
  const list = violations.map(({ path, line, rule, en }) => `${line}: ${path} ${rule}: ${en}`).join('\n');
  return rejectWith(hearing, first.rule, first.en, first.path, list);
}

function rejectWith(
  hearing: Hearing,
  rule: string,
  sentence: string,
  path: string | undefined,
  list?: string,
): Decision {
  const { inbound, institution, at } = hearing;
  return {
    kind: REJECT,
    state: 'refused',
    content: {
      'admi.002.001.01': {
        RltdRef: { Ref: cut(plain(inbound.messageId) || 'NOTPROVIDED', 35) },
        Rsn: {
          RjctgPtyRsn: cut(rule, 35),
          RjctnDtTm: institution.zone.format(at),
          ErrLctn: path === undefined ? undefined : cut(plain(path) || '/', 350),
          RsnDesc: cut(plain(sentence), 350),
          AddtlData: list === undefined ? undefined : cut(plain(list, true), 20_000),
        },
      },
    },
  };
}

/** What a sender wrote may hold characters XML cannot. */
function plain(words: string | undefined, keepLines = false): string {
  const kept = (words ?? '').replace(/[^\u0020-\ud7ff\ue000-\ufffd\n]/g, ' ');
  return keepLines ? kept : kept.replaceAll('\n', ' ').trim();
}

export const senderAgent = (hearing: Hearing) => agent(hearing.sender.profile.bic);
