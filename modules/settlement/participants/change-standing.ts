// A participant's standing: suspended, resumed, left; at once, or from a business date on. What is queued from or to a
// suspended or former participant is set aside, and handed back at the end of the day unless it takes part again before.
import { type Instant } from '../../../platform/instant.ts';
import { setFrozen } from '../../ledger/index.ts';
import { releaseQueues } from '../queue/release-queues.ts';
import { setAsideSuspended } from '../queue/set-aside.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { type Participant, type Standing } from './participant.ts';

/** At once when `from` is absent or the business date in progress. Refuses a date that has passed. */
export function changeStanding(
  s: Settlement,
  id: string,
  standing: Exclude<Standing, 'joining'>,
  at: Instant,
  from?: string,
): Participant {
  const participant = s.participantById.get(id) ?? refuse('participant_not_found', '/id');
  const today = s.day?.date;
  if (from !== undefined && today !== undefined && from < today) refuse('date_passed', '/from', { today });
  if (from !== undefined && today !== undefined && from > today) {
    participant.coming = { standing, from };
    tell(s, participant, at);
    return participant;
  }
  take(s, participant, standing, at);
  releaseQueues(s, at);
  return participant;
}

/** What begins with a business date: those who join, and the changes planned for it. */
export function beginStandings(s: Settlement, date: string, at: Instant): void {
  for (const participant of s.participants) {
    const { coming, standing, profile } = participant;
    if (coming && coming.from <= date) take(s, participant, coming.standing, at);
    else if (standing === 'joining' && profile.joinedOn <= date) take(s, participant, 'active', at);
  }
}

function take(s: Settlement, participant: Participant, standing: Standing, at: Instant): void {
  const hadLeft = participant.standing === 'left';
  const leaves = standing === 'left';
  participant.coming = undefined;
  participant.standing = standing;
  participant.leftOn = leaves ? s.day?.date : undefined;
  if (participant.accountId > 0 && hadLeft !== leaves) setFrozen(s.books, participant.accountId, leaves, at);
  // Its own queue and the queues of those who wait to pay it; and what waited behind may move.
  for (const each of s.participants) {
    setAsideSuspended(s, each, at);
    if (each.queuedCount > 0) s.dirty.add(each);
  }
  s.isQueueChanged = true;
  tell(s, participant, at);
}

function tell(s: Settlement, participant: Participant, at: Instant): void {
  s.changes.participants.add(participant);
  s.events.push({ kind: 'participant-changed', at, participant });
}
