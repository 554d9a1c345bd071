// The questions and orders that are not payments: status, cancellation, liquidity, reservations, reports, connection.
import { Refusal } from '../../../platform/refusal.ts';
import { parseMinor } from '../../../platform/money.ts';
import { all, attribute, child, type ContentMap, type Element, find, text } from '../../iso20022/index.ts';
import {
  cancelPayment, isFinal, isoReasonOf, type NewPayment, type Payment, rejectPayment, SETTLEMENT_REFUSALS, setReservation, settlesOn,
  submitPayment,
} from '../../settlement/index.ts'; // prettier-ignore
import { agent, amount } from '../outward/compose.ts';
import { participantOf } from './instructions.ts';
import { PAYMENT_STATUS, paymentStatus, type StatusLine, statusOf } from '../outward/payment-status.ts';
import { type Decision, type Hearing } from './hearing.ts';
import { receipt } from './receipt.ts';
import { answerReportRequest } from './report-requests.ts';
import { namesOf, send } from '../outward/tell.ts';

const ANSWERS: Readonly<Record<string, (hearing: Hearing) => Decision>> = {
  'pacs.028': answerStatusRequest,
  'camt.056': answerCancellation,
  'camt.050': answerLiquidityTransfer,
  'camt.048': answerReservationChange,
  'camt.046': answerReservationQuery,
  'camt.060': answerReportRequest,
  'admi.004': answerSystemEvent,
  'pain.013': acknowledgeAndForward,
  'pain.014': acknowledgeAndForward,
};

export function answerRequest(hearing: Hearing): Decision {
  const family = hearing.inbound.kind!.slice(0, 8);
  const answer = ANSWERS[family];
  if (!answer) throw new Error(`Fault: ${hearing.inbound.kind} is read but not answered`);
  if (hearing.sender.accountId === 0 && OF_ACCOUNTS.has(family)) {
    return orReceipt(hearing, () => {
      throw new Refusal('has_no_account');
    });
  }
  return answer(hearing);
}

/** What only the holder of an account may ask or order; an indirect participant's money is its direct one's affair. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set(['camt.050', 'camt.046', 'camt.048', 'camt.060']);

/** The payment a transaction names by its original UETR, if the sender is one of its parties, or ordered it. */
function originalOf({ memory, sender }: Hearing, transaction: Element): Payment | undefined {
  const uetr = text(transaction, 'OrgnlUETR');
  const payment = uetr === undefined ? undefined : memory.settlement.settlement.paymentByUetr.get(uetr);
  return payment && [payment.sender, payment.instructedBy, payment.receiver].includes(sender) ? payment : undefined;
}

function answerStatusRequest(hearing: Hearing): Decision {
  const { inbound, institution, answerId, at } = hearing;
  const lines = inbound.transactions.map((transaction): StatusLine => {
    const payment = originalOf(hearing, transaction);
    const messageId = text(transaction, 'OrgnlGrpInf/OrgnlMsgId');
    const kind = text(transaction, 'OrgnlGrpInf/OrgnlMsgNmId') ?? 'pacs.008.001.08';
    if (payment) return statusOf(payment, namesOf(kind, messageId ?? payment.references.messageId, payment));
    const names = {
      kind,
      messageId,
      instructionId: text(transaction, 'OrgnlInstrId'),
      endToEndId: text(transaction, 'OrgnlEndToEndId'),
      transactionId: text(transaction, 'OrgnlTxId'),
      uetr: text(transaction, 'OrgnlUETR'),
    };
    return { names, status: 'RJCT', reason: 'NOOR', sentence: 'No payment of yours has this UETR.' };
  });
  return { kind: PAYMENT_STATUS, content: paymentStatus(institution, answerId, at, lines) };
}

function answerCancellation(hearing: Hearing): Decision {
  const { inbound, institution, answerId, sender, memory, at } = hearing;
  const results = inbound.transactions.map((transaction) => {
    const payment = originalOf(hearing, transaction);
    const original = {
      OrgnlInstrId: text(transaction, 'OrgnlInstrId'),
      OrgnlEndToEndId: text(transaction, 'OrgnlEndToEndId'),
      OrgnlTxId: text(transaction, 'OrgnlTxId'),
      OrgnlUETR: text(transaction, 'OrgnlUETR'),
    };
    if (!payment || (payment.sender !== sender && payment.instructedBy !== sender))
      return refusedCancellation(original, 'NOOR', 'No payment of yours has this UETR.');
    try {
      cancelPayment(memory.settlement.settlement, payment.id, 'CUST', at);
      return { ...original, TxCxlSts: 'ACCR' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refusedCancellation(original, payment.state, 'The payment is final; ask its receiver for a return.');
    }
  });
  const accepted = results.filter((result) => result.TxCxlSts === 'ACCR').length;
  return {
    kind: 'camt.029.001.09',
    state: accepted > 0 ? 'accepted' : 'refused',
    content: {
      RsltnOfInvstgtn: {
        Assgnmt: {
          Id: answerId,
          Assgnr: { Agt: agent(institution.bic) },
          Assgne: { Agt: agent(sender.profile.bic) },
          CreDtTm: institution.zone.format(at),
        },
        Sts: { Conf: accepted === results.length && accepted > 0 ? 'CNCL' : accepted > 0 ? 'PECR' : 'RJCR' },
        CxlDtls: results.length === 0 ? undefined : { TxInfAndSts: results as ContentMap[] },
      },
    },
  };
}

/** `reason` is an ISO 20022 code, or the state that bars the cancellation as a proprietary one. */
function refusedCancellation(original: ContentMap, reason: string, sentence: string): ContentMap {
  const code = /^[A-Z]{4}$/.test(reason) ? { Cd: reason } : { Prtry: reason };
  return { ...original, TxCxlSts: 'RJCR', CxlStsRsnInf: { Rsn: code, AddtlInf: sentence } };
}

/** `AmtWthCcy` in our currency, or `AmtWthtCcy`. */
function amountOf({ institution }: Hearing, choice: Element | undefined): bigint {
  const withCurrency = child(choice, 'AmtWthCcy');
  const currency = withCurrency && attribute(withCurrency, 'Ccy');
  if (currency && currency !== institution.currency) throw new Refusal('wrong_currency');
  return parseMinor(withCurrency?.text ?? text(choice, 'AmtWthtCcy') ?? '', institution.currency);
}

/** Acts, or answers with a receipt that says why not. */
function orReceipt(hearing: Hearing, act: () => Decision): Decision {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = (SETTLEMENT_REFUSALS as Record<string, { en: string } | undefined>)[error.code]?.en ?? error.code;
    const reason = isoReasonOf(error);
    return receipt(hearing, 'RJCT', reason ? `${reason}: ${sentence}` : sentence);
  }
}

function answerLiquidityTransfer(hearing: Hearing): Decision {
  const { inbound, memory, sender, at, institution } = hearing;
  const { settlement } = memory.settlement;
  const transfer = child(inbound.body, 'LqdtyCdtTrf')!;
  return orReceipt(hearing, () => {
    const own = settlesOn(settlement, sender);
    const debtor = child(transfer, 'Dbtr');
    if (debtor && participantOf(settlement, debtor) !== own) throw new Refusal('unknown_sender');
    const receiver = participantOf(settlement, child(transfer, 'Cdtr'));
    if (!receiver) throw new Refusal('unknown_receiver');
    const request: NewPayment = {
      id: inbound.id,
      uetr: text(transfer, 'LqdtyTrfId/UETR'),
      kind: 'camt.050',
      senderId: own.id,
      receiverId: settlesOn(settlement, receiver).id,
      currency: institution.currency,
      amountMinor: amountOf(hearing, child(transfer, 'TrfdAmt')),
      priority: 'urgent',
      valueDate: text(transfer, 'SttlmDt'),
      references: { messageId: inbound.messageId, endToEndId: text(transfer, 'LqdtyTrfId/EndToEndId') },
    };
    try {
      const payment = submitPayment(settlement, request, at);
      if (isFinal(payment)) hearing.exchange.told.add(payment.id);
      return receipt(
        hearing,
        payment.state === 'settled' ? 'ACPT' : 'PEND',
        payment.state === 'settled' ? 'Settled.' : 'Queued.',
      );
    } catch (error) {
      const reason = error instanceof Refusal ? isoReasonOf(error) : undefined;
      if (reason) rejectPayment(settlement, request, reason, at);
      throw error;
    }
  });
}

/** ISO 20022 reservation types: HPAR keeps for highly urgent payments, UPAR for urgent ones. */
const RANK_OF: Readonly<Record<string, 0 | 1>> = { HPAR: 0, UPAR: 1 };

function answerReservationChange(hearing: Hearing): Decision {
  const { inbound, memory, sender, at } = hearing;
  const { settlement } = memory.settlement;
  return orReceipt(hearing, () => {
    const type = find(inbound.body, 'RsvatnId/Cur') ?? find(inbound.body, 'RsvatnId/Dflt');
    const rank = RANK_OF[text(type, 'Tp/Cd') ?? ''];
    if (rank === undefined) return receipt(hearing, 'RJCT', 'Reservations here are of type HPAR or UPAR.');
    const value = amountOf(hearing, find(inbound.body, 'NewRsvatnValSet/Amt'));
    setReservation(settlement, settlesOn(settlement, sender).id, rank, value, at);
    return receipt(hearing, 'ACPT');
  });
}

function answerReservationQuery(hearing: Hearing): Decision {
  const { inbound, institution, memory, sender, answerId, at } = hearing;
  const own = settlesOn(memory.settlement.settlement, sender);
  const report = (type: string, minor: bigint): ContentMap => ({
    RsvatnId: { Tp: { Cd: type } },
    RsvatnOrErr: { Rsvatn: { Amt: { AmtWthCcy: amount(institution, minor) }, Sts: { Cd: 'ENAB' } } },
  });
  return {
    kind: 'camt.047.001.06',
    content: {
      RtrRsvatn: {
        MsgHdr: {
          MsgId: answerId,
          CreDtTm: institution.zone.format(at),
          OrgnlBizQry: { MsgId: inbound.messageId!, MsgNmId: inbound.kind! },
        },
        RptOrErr: {
          BizRpt: { CurRsvatn: [report('HPAR', own.reservedMinor[0]), report('UPAR', own.reservedMinor[1])] },
        },
      },
    },
  };
}

function answerSystemEvent({ inbound, institution, answerId, at }: Hearing): Decision {
  const event = child(inbound.body, 'EvtInf')!;
  return {
    kind: 'admi.011.001.01',
    content: {
      SysEvtAck: {
        MsgId: answerId,
        AckDtls: {
          EvtCd: text(event, 'EvtCd')!,
          EvtParam: all(event, 'EvtParam').map((each) => each.text),
          EvtTm: institution.zone.format(at),
        },
      },
    },
  };
}

/** A request for payment, or its answer, goes on to the bank it names; the sender gets a receipt. */
function acknowledgeAndForward(hearing: Hearing): Decision {
  const { inbound, institution, exchange, memory, sender, answerId, at } = hearing;
  const { settlement } = memory.settlement;
  const isRequest = inbound.kind!.startsWith('pain.013');
  const named = isRequest
    ? find(inbound.body, 'PmtInf/DbtrAgt')
    : (find(inbound.body, 'GrpHdr/CdtrAgt') ?? find(inbound.body, 'OrgnlPmtInfAndSts/TxInfAndSts/OrgnlTxRef/CdtrAgt'));
  const receiver = participantOf(settlement, named);
  const own = settlesOn(settlement, sender);
  const isForwarded = receiver !== undefined && settlesOn(settlement, receiver) !== own;
  if (isForwarded)
    send(exchange, settlesOn(settlement, receiver), inbound.kind!, at, { inboxId: inbound.id }, () => inbound.xml);
  return {
    kind: 'admi.007.001.01',
    state: isForwarded ? 'accepted' : 'refused',
    content: {
      RctAck: {
        MsgId: { MsgId: answerId, CreDtTm: institution.zone.format(at) },
        Rpt: {
          RltdRef: { Ref: inbound.messageId!, MsgNm: inbound.kind! },
          ReqHdlg: {
            StsCd: isForwarded ? 'ACPT' : 'RJCT',
            Desc: isForwarded ? 'Forwarded.' : 'The agent it is meant for is not another participant.',
          },
        },
      },
    },
  };
}
