// Who takes part: admission with a settlement account, and finding a participant by any of its names.
import { type Instant } from '../../../platform/instant.ts';
import { isDate } from '../../../platform/time-zone.ts';
import { openAccount, PINNED } from '../../ledger/index.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { type ClearingCode, newParticipant, type Participant, type Profile } from './participant.ts';

/** Settlement accounts are numbered from here; below are the central bank's own. */
const FIRST_ACCOUNT_ID = 1_001;

/** The account the next admitted participant will get: the command names it as a need of the ledger. */
export function nextAccountId(s: Settlement): number {
  return FIRST_ACCOUNT_ID + s.participants.length;
}

const BIC = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/;
const LEI = /^[A-Z0-9]{18}\d{2}$/;

export function admitParticipant(s: Settlement, profile: Profile, at: Instant): Participant {
  refuseProfile(profile);
  const keys = keysOf(profile);
  if (s.participantById.has(profile.id) || keys.some((key) => s.participantByKey.has(key))) {
    refuse('participant_exists', '/id');
  }
  const isIndirect = profile.kind === 'indirect';
  if (isIndirect && s.participantById.get(profile.settlesThrough ?? '')?.profile.kind !== 'direct') {
    refuse('participant_not_found', '/settlesThrough');
  }
  const accountId = isIndirect ? 0 : nextAccountId(s);
  const participant = newParticipant(profile, s.participants.length, accountId);
  if (!isIndirect) {
    const { currency } = s.books;
    const code = `settlement:${profile.id}`;
    const terms = { id: accountId, code, currency, normalSide: 'credit', isLimited: true } as const;
    openAccount(s.books, terms, at).usedBy = PINNED;
  }
  if (s.day && profile.joinedOn > s.day.date) participant.standing = 'joining';
  addToMemory(s, participant);
  s.changes.participants.add(participant);
  s.events.push({ kind: 'participant-changed', at, participant });
  return participant;
}

function refuseProfile({ id, bic, lei, clearingCodes, joinedOn }: Profile): void {
  if (!/^[\w.-]{1,40}$/.test(id)) refuse('participant_malformed', '/id');
  if (!isValidBic(bic)) refuse('participant_malformed', '/bic');
  if (lei !== undefined && !isValidLei(lei)) refuse('participant_malformed', '/lei');
  for (const [index, { scheme, code }] of clearingCodes.entries()) {
    if (!/^[A-Z0-9]{1,35}$/.test(scheme)) refuse('participant_malformed', `/clearingCodes/${index}/scheme`);
    if (!isClearingCode(scheme, code)) refuse('participant_malformed', `/clearingCodes/${index}/code`);
  }
  if (!isDate(joinedOn)) refuse('participant_malformed', '/joinedOn');
}

/** The lengths of the two schemes we know; any other is up to 28 characters, as ISO 20022's member identification is. */
function isClearingCode(scheme: string, code: string): boolean {
  if (scheme === 'USABA') return /^\d{9}$/.test(code);
  if (scheme === 'CNAPS') return /^\d{12}$/.test(code);
  return /^[\w-]{1,28}$/.test(code);
}

export function isValidBic(bic: string): boolean {
  return BIC.test(bic);
}

export function addToMemory(s: Settlement, participant: Participant): void {
  s.participants.push(participant);
  s.participantById.set(participant.id, participant);
  for (const key of keysOf(participant.profile)) s.participantByKey.set(key, participant);
}

function keysOf({ bic, lei, clearingCodes }: Profile): string[] {
  const keys = [`bic:${bic}`, ...clearingCodes.map(({ scheme, code }) => `code:${scheme}:${code}`)];
  return lei === undefined ? keys : [...keys, `lei:${lei}`];
}

/** ISO 17442 check digits, ISO 7064 MOD 97-10. */
export function isValidLei(lei: string): boolean {
  if (!LEI.test(lei)) return false;
  const digits = [...lei].map((character) => parseInt(character, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** How a message may name a participant. */
export interface ParticipantKey {
  readonly bic?: string | undefined;
  readonly lei?: string | undefined;
  readonly clearingCode?: ClearingCode | undefined;
}

/** Undefined when nobody has any of these names, or when they name different participants. */
export function findParticipant(s: Settlement, { bic, lei, clearingCode }: ParticipantKey): Participant | undefined {
  const found = new Set<Participant | undefined>();
  if (bic !== undefined) {
    const head = bic.length === 11 && bic.endsWith('XXX') ? bic.slice(0, 8) : bic;
    found.add(s.participantByKey.get(`bic:${bic}`) ?? s.participantByKey.get(`bic:${head}`));
  }
  if (lei !== undefined) found.add(s.participantByKey.get(`lei:${lei}`));
  if (clearingCode) found.add(s.participantByKey.get(`code:${clearingCode.scheme}:${clearingCode.code}`));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The direct participant on whose account it settles: itself, or the one an indirect participant goes through. */
export function settlesOn(s: Settlement, participant: Participant): Participant {
  const { settlesThrough } = participant.profile;
  return settlesThrough === undefined ? participant : s.participantById.get(settlesThrough)!;
}

/** The indirect participant a payment request names as its instructor. */
export function instructorNamed(s: Settlement, id: string | undefined): Participant | undefined {
  return id === undefined ? undefined : s.participantById.get(id);
}
