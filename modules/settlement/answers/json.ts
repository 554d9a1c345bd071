// What is in memory, as the API shows it. Nothing here waits or changes anything.
import { formatInstant, type Instant } from '../../../platform/instant.ts';
import { balanceOf } from '../../ledger/index.ts';
import { shortfallOf } from '../clearing/advance-batches.ts';
import { type ClearingBatch } from '../clearing/batch.ts';
import { findGuarantee } from '../clearing/guarantee.ts';
import { type BusinessDay } from '../day/business-day.ts';
import { type Title } from '../day/calendar.ts';
import { lendingValueOf, type Participant } from '../participants/participant.ts';
import { type Payment, PRIORITIES } from '../payments/payment.ts';
import { asideOf, queueOf } from '../queue/line.ts';
import { type Settlement } from '../settlement.ts';
import {
  type ActJson, type ClearingBatchDetailJson, type ClearingBatchJson, type DayJson, type ParticipantDetailJson,
  type ParticipantJson, type ParticipantRef, type PaymentJson, type QueuedPaymentJson, type QueueMatrixJson,
} from './schemas.ts'; // prettier-ignore
import { ACCEPTS_TEXTS, isoReasonText, QUEUED_REASON_TEXTS, WAITS_FOR } from './texts.ts';

export const momentOf = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));
const sumOf = (payments: readonly Payment[]): bigint =>
  payments.reduce((total, { amountMinor }) => total + amountMinor, 0n);
const least0 = (minor: bigint): bigint => (minor > 0n ? minor : 0n);

export function participantRef({ id, profile: { bic, name, shortName } }: Participant): ParticipantRef {
  return { id, bic, name, shortName };
}

/** Money sent and received so far today, minor units, by participant. */
export interface DayFlows {
  readonly sent: ReadonlyMap<string, bigint>;
  readonly received: ReadonlyMap<string, bigint>;
}

/** What it could spend on a normal payment now: balance and free credit less what is reserved. */
export function availableOf(s: Settlement, participant: Participant): bigint {
  return s.availableMinor(participant, 2);
}

export function participantJson(s: Settlement, participant: Participant, flows: DayFlows): ParticipantJson {
  const { id, profile, standing } = participant;
  const through = profile.settlesThrough === undefined ? undefined : s.participantById.get(profile.settlesThrough);
  const account = participant.accountId === 0 ? undefined : s.accountOf(participant);
  const [highlyUrgent, urgent] = participant.reservedMinor;
  return {
    ...participantRef(participant),
    lei: profile.lei ?? null,
    clearingCode: profile.clearingCodes[0] ?? null,
    kind: profile.kind,
    standing,
    settlesThrough: through ? participantRef(through) : null,
    balance: account ? String(balanceOf(account)) : null,
    creditLine: account ? String(account.overdraft) : null,
    creditUsed: account ? String(least0(-balanceOf(account))) : null,
    reserve: account ? String(highlyUrgent + urgent) : null,
    available: account ? String(availableOf(s, participant)) : null,
    queuedOutCount: participant.queuedCount + participant.asideCount,
    queuedOutValue: String(participant.queuedMinor + participant.asideMinor),
    queuedInValue: String(participant.queuedInMinor),
    sentToday: String(flows.sent.get(id) ?? 0n),
    receivedToday: String(flows.received.get(id) ?? 0n),
  };
}

export function participantDetailJson(
  s: Settlement,
  participant: Participant,
  flows: DayFlows,
  acts: ActJson[],
): ParticipantDetailJson {
  const {
    profile,
    leftOn,
    coming,
    minimumReserveMinor,
    collateral,
    reservationMinor,
    reservedMinor,
    multilateralLimit,
  } = participant;
  const limits = [...participant.bilateralLimits].map(([other, { limitMinor, usedMinor }]) => ({
    counterparty: participantRef(other),
    amount: String(limitMinor),
    used: String(least0(usedMinor)),
  }));
  const towardsAll = multilateralLimit && {
    counterparty: null,
    amount: String(multilateralLimit.limitMinor),
    used: String(least0(multilateralLimit.usedMinor)),
  };
  return {
    ...participantJson(s, participant, flows),
    accountCode: participant.accountId === 0 ? null : s.accountOf(participant).code,
    joinedOn: profile.joinedOn,
    leftOn: leftOn ?? null,
    minimumReserve: String(minimumReserveMinor),
    coming: coming ?? null,
    collateral: collateral.map((piece) => ({
      security: piece.security,
      marketValue: String(piece.marketValueMinor),
      haircutPercent: (piece.haircutBasisPoints / 100).toFixed(2),
      lendingValue: String(lendingValueOf(piece)),
    })),
    reservations: ([0, 1] as const)
      .filter((rank) => reservationMinor[rank] > 0n)
      .map((rank) => ({
        priority: (['highly-urgent', 'urgent'] as const)[rank],
        amount: String(reservationMinor[rank]),
        used: String(reservationMinor[rank] - reservedMinor[rank]),
      })),
    limits: towardsAll ? [...limits, towardsAll] : limits,
    acts,
  };
}

/** A payment from memory or from its row. */
export function paymentJson(s: Settlement, payment: Payment): PaymentJson {
  return {
    id: payment.id,
    uetr: payment.uetr ?? '',
    endToEndId: payment.references.endToEndId ?? '',
    kind: payment.kind,
    state: payment.state,
    priority: PRIORITIES[payment.rank],
    amount: String(payment.amountMinor),
    currency: s.books.currency,
    sender: participantRef(payment.sender),
    instructedBy: payment.instructedBy ? participantRef(payment.instructedBy) : null,
    receiver: participantRef(payment.receiver),
    businessDate: payment.valueDate,
    receivedAt: formatInstant(payment.receivedAt),
    settledAt: momentOf(payment.settledAt),
    reason:
      payment.endReason === undefined ? null : { code: payment.endReason, text: isoReasonText(payment.endReason) },
  };
}

export function queuedPaymentJson(s: Settlement, payment: Payment, position: number): QueuedPaymentJson {
  const reason = payment.reason ?? 'insufficient-funds';
  return {
    ...paymentJson(s, payment),
    position,
    waitsFor: WAITS_FOR[reason],
    waitsForText: QUEUED_REASON_TEXTS[reason],
  };
}

/**
 * Every payment that waits, with its place in its sender's line: by priority, then age; those that wait for their
 * earliest moment or are set aside come last and have place 0.
 */
export function queuedPayments(s: Settlement): { payment: Payment; position: number }[] {
  const inLine = s.participants.flatMap((sender) =>
    [...queueOf(sender)].map((payment, index) => ({ payment, position: index + 1 })),
  );
  inLine.sort(({ payment: a }, { payment: b }) => a.rank - b.rank || a.number - b.number);
  const early = [...s.timed].filter(({ state, reason }) => state === 'queued' && reason === 'earliest-time');
  const waiting = [...early, ...s.participants.flatMap((sender) => [...asideOf(sender)])];
  waiting.sort((a, b) => a.number - b.number);
  return [...inLine, ...waiting.map((payment) => ({ payment, position: 0 }))];
}

export function queueMatrixJson(s: Settlement): QueueMatrixJson {
  const queued = queuedPayments(s).map(({ payment }) => payment);
  const cells = new Map<string, Payment[]>();
  for (const payment of queued) {
    const key = `${payment.sender.index}:${payment.receiver.index}`;
    const cell = cells.get(key);
    if (cell) cell.push(payment);
    else cells.set(key, [payment]);
  }
  const shown = new Set(queued.flatMap(({ sender, receiver }) => [sender, receiver]));
  return {
    participants: s.participants.filter((participant) => shown.has(participant)).map(participantRef),
    cells: [...cells.values()].map((cell) => ({
      sender: cell[0]!.sender.id,
      receiver: cell[0]!.receiver.id,
      count: cell.length,
      value: String(sumOf(cell)),
    })),
    totalCount: queued.length,
    totalValue: String(sumOf(queued)),
    byPriority: PRIORITIES.map((priority, rank) => {
      const alike = queued.filter((payment) => payment.rank === rank);
      return { priority, count: alike.length, value: String(sumOf(alike)) };
    }),
    liquiditySaving: s.lsm,
  };
}

export function dayJson(s: Settlement, day: BusinessDay, now: Instant, acts: ActJson[]): DayJson {
  const { phases, phaseIndex, state } = day;
  const isRunning = state === 'open' || state === 'closing';
  const current = isRunning ? phases[phaseIndex] : undefined;
  const cutOff = current && current.accepts !== 'nothing' && current.endsAt > now ? current : undefined;
  return {
    date: day.date,
    state,
    phases: phases.map((phase, index) => ({
      code: phase.code,
      title: phase.title,
      startsAt: formatInstant(phase.startsAt),
      endsAt: formatInstant(phase.endsAt),
      state: state === 'closed' || index < phaseIndex ? 'past' : index === phaseIndex ? 'current' : 'coming',
      accepts: ACCEPTS_TEXTS[phase.accepts],
      extendedMinutes: phase.extendedMinutes,
    })),
    phase: current?.code ?? null,
    now: formatInstant(now),
    nextCutOff: cutOff ? { phase: cutOff.code, title: cutOff.title, at: formatInstant(cutOff.endsAt) } : null,
    nextDate: s.calendar.nextBusinessDay(day.date),
    acts: withOpening(day, acts),
  };
}

function withOpening({ openedAt, closedAt }: BusinessDay, acts: ActJson[]): ActJson[] {
  const bySystem = (at: Instant | undefined, text: Title): ActJson[] =>
    at === undefined ? [] : [{ at: formatInstant(at), actor: 'system', text, reason: null, recorded: null }];
  return [
    ...bySystem(openedAt, { en: 'Day opened', zh: '营业日开启' }),
    ...acts,
    ...bySystem(closedAt, { en: 'Day closed', zh: '营业日关闭' }),
  ];
}

export function clearingBatchJson(batch: ClearingBatch): ClearingBatchJson {
  const debits = batch.positions.reduce((sum, { netMinor }) => sum + least0(-netMinor), 0n);
  return {
    id: batch.id,
    house: participantRef(batch.house),
    reference: batch.reference,
    state: batch.state,
    value: String(debits),
    grossValue: batch.grossMinor === undefined ? null : String(batch.grossMinor),
    positionsCount: batch.positions.length,
    receivedAt: formatInstant(batch.receivedAt),
    informationEndsAt: formatInstant(batch.informationEndsAt),
    settledAt: momentOf(batch.settledAt),
    guaranteeUsed: String(batch.guaranteeMinor),
  };
}

const BATCH_STEPS = {
  received: { en: 'Received; participants informed', zh: '已收到并通知参与者' },
  informed: { en: 'Information period over', zh: '信息期结束' },
  settled: { en: 'Settled as one', zh: '整体清算' },
  rejected: { en: 'Rejected: not every position could be covered', zh: '已拒绝：未能覆盖所有头寸' },
} as const satisfies Record<string, Title>;

export function clearingBatchDetailJson(
  s: Settlement,
  batch: ClearingBatch,
  now: Instant,
  acts: ActJson[],
): ClearingBatchDetailJson {
  const { house, receivedAt, informationEndsAt, settledAt, settleBy } = batch;
  const isOpen = batch.state === 'informing' || batch.state === 'waiting';
  const guarantee = findGuarantee(s, house);
  const step = (name: keyof typeof BATCH_STEPS, at: Instant) => ({
    step: name,
    at: formatInstant(at),
    text: BATCH_STEPS[name],
    commit: null,
  });
  return {
    ...clearingBatchJson(batch),
    positions: batch.positions.map((position) => {
      const shortfall = isOpen ? shortfallOf(s, position) : 0n;
      return {
        participant: participantRef(position.participant),
        net: String(position.netMinor),
        isCovered: shortfall === 0n,
        shortfall: String(shortfall),
      };
    }),
    guaranteeBalance: String(guarantee ? balanceOf(guarantee) : 0n),
    acts,
    timeline: [
      step('received', receivedAt),
      ...(informationEndsAt <= now ? [step('informed', informationEndsAt)] : []),
      ...(settledAt === undefined ? [] : [step('settled', settledAt)]),
      ...(batch.state === 'rejected' ? [step('rejected', settleBy)] : []),
    ],
  };
}
