// What still ties a participant to settlement: as long as there is any of it, it cannot be closed for good.
import { balanceOf } from '../../ledger/index.ts';
import { findGuarantee } from '../clearing/guarantee.ts';
import { isFinal } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';
import { type Participant } from './participant.ts';

export const OPEN_AFFAIRS = [
  'not-left',
  'money-on-account',
  'payments-wait',
  'clearing-batch-open',
  'credit-line-open',
  'reserve-open',
  'indirect-participants',
] as const;
export type OpenAffair = (typeof OPEN_AFFAIRS)[number];

/** In the order of `OPEN_AFFAIRS`; none of one that never took part. */
export function openAffairsOf(s: Settlement, participantId: string): OpenAffair[] {
  const participant = s.participantById.get(participantId);
  return participant ? OPEN_AFFAIRS.filter((affair) => IS_OPEN[affair](s, participant)) : [];
}

const IS_OPEN: Readonly<Record<OpenAffair, (s: Settlement, participant: Participant) => boolean>> = {
  'not-left': (_, { standing }) => standing !== 'left',
  'money-on-account': (s, participant) => {
    const guarantee = findGuarantee(s, participant);
    const onAccount = participant.accountId === 0 ? 0n : balanceOf(s.accountOf(participant));
    return onAccount !== 0n || (guarantee !== undefined && balanceOf(guarantee) !== 0n);
  },
  'payments-wait': (s, participant) =>
    [...s.paymentById.values()].some(
      (payment) => !isFinal(payment) && [payment.sender, payment.receiver, payment.instructedBy].includes(participant),
    ),
  'clearing-batch-open': (s, participant) =>
    [...s.batches.values()].some(
      ({ state, house, positions }) =>
        (state === 'informing' || state === 'waiting') &&
        (house === participant || positions.some((position) => position.participant === participant)),
    ),
  'credit-line-open': (s, participant) =>
    participant.collateral.length > 0 || (participant.accountId > 0 && s.accountOf(participant).overdraft > 0n),
  'reserve-open': (_, { minimumReserveMinor, reservationMinor }) =>
    minimumReserveMinor > 0n || reservationMinor.some((minor) => minor > 0n),
  'indirect-participants': (s, { id }) =>
    s.participants.some(({ profile, standing }) => profile.settlesThrough === id && standing !== 'left'),
};
