// A clearing house hands in a batch, which is told to everyone it touches; or it is taken back before it settled.
import { type Instant } from '../../../platform/instant.ts';
import { type Participant } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { advanceBatches, endBatch } from './advance-batches.ts';
import { batchKey, type ClearingBatch, clearingHouse, type NewBatch, type Position, tellBatch } from './batch.ts';

export function submitBatch(s: Settlement, request: NewBatch, at: Instant): ClearingBatch {
  const house = clearingHouse(s, request.houseId);
  const key = batchKey(house.id, request.reference);
  if (s.batchKeys.has(key) || s.batches.has(request.id)) refuse('batch_exists', '/reference');
  if (house.standing !== 'active') refuse('participant_suspended', '/house', { participant: house.id });
  if (s.day?.state !== 'open') refuse('day_not_open');
  const seen = new Set<Participant>([house]);
  const positions = request.positions.map(({ participantId, ...rest }, index): Position => {
    const participant = s.participantById.get(participantId) ?? refuse('participant_not_found', `/positions/${index}`);
    if (participant.accountId === 0) refuse('has_no_account', `/positions/${index}`);
    if (seen.has(participant)) refuse('positions_malformed', `/positions/${index}`);
    if (participant.standing !== 'active') {
      refuse('participant_suspended', `/positions/${index}`, { participant: participant.id });
    }
    seen.add(participant);
    return { participant, ...rest };
  });
  const sum = positions.reduce((total, { netMinor }) => total + netMinor, 0n);
  if (sum !== 0n || positions.every(({ netMinor }) => netMinor === 0n)) refuse('positions_malformed', '/positions');
  const batch: ClearingBatch = {
    id: request.id, house, reference: request.reference, positions, grossMinor: request.grossMinor, receivedAt: at,
    informationEndsAt: request.informationEndsAt, settleBy: request.settleBy, state: 'informing', settledAt: undefined,
    guaranteeMinor: 0n,
  }; // prettier-ignore
  s.batches.set(batch.id, batch);
  s.batchKeys.add(key);
  tellBatch(s, batch, at);
  advanceBatches(s, at);
  return batch;
}

/** Takes back a batch that has not settled: the house found it wrong, or the operator stops it. */
export function revokeBatch(s: Settlement, id: string, at: Instant): ClearingBatch {
  const batch = s.batches.get(id) ?? refuse('batch_is_final', '/id');
  endBatch(s, batch, 'rejected', at);
  return batch;
}
