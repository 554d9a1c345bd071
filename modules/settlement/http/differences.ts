// What an act would change, read from memory before it is done: the lines an approver sees. Each refuses what the caller
// may not know of, so that a call kept for approval answers like one that is done.
import { type Caller, type Difference } from '../../../platform/http/index.ts';
import { balanceOf } from '../../ledger/index.ts';
import { type Title } from '../day/calendar.ts';
import { findGuarantee } from '../clearing/guarantee.ts';
import { lendingValueOf, type Collateral, type Participant } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { assertOwn, type SettlementContext, settlementOf } from './route-context.ts';
import { type Settlement } from '../settlement.ts';

const FIELDS = {
  participant: { en: 'Participant', zh: '参与者' },
  creditLine: { en: 'Credit line', zh: '授信额度' },
  collateral: { en: 'Lending value of the collateral', zh: '担保品可融资额' },
  minimumReserve: { en: 'Minimum reserve', zh: '最低准备金' },
  balance: { en: 'Balance of the settlement account', zh: '清算账户余额' },
  guarantee: { en: 'Balance of the guarantee account', zh: '担保账户余额' },
  standing: { en: 'Standing', zh: '参与状态' },
  from: { en: 'From', zh: '生效日' },
  reservation: { en: 'Reservation', zh: '流动性预留' },
  priority: { en: 'Priority', zh: '优先级' },
  limit: { en: 'Sending limit', zh: '发送限额' },
  towards: { en: 'Towards', zh: '对手方' },
  kind: { en: 'Kind', zh: '类型' },
  name: { en: 'Name', zh: '名称' },
  bic: { en: 'BIC', zh: 'BIC' },
} as const satisfies Readonly<Record<string, Title>>;

type Field = keyof typeof FIELDS;
type Value = string | bigint | null | undefined;

const line = (field: Field, before: Value, after: Value): Difference => ({
  field: FIELDS[field],
  kind: typeof (after ?? before) === 'bigint' ? 'amount' : 'text',
  before: before === null || before === undefined ? null : String(before),
  after: after === null || after === undefined ? null : String(after),
});
/** What stays as it is and says whom it is about. */
const about = (field: Field, value: string): Difference => line(field, value, value);

interface Asked {
  readonly s: Settlement;
  readonly participant: Participant;
}

/** Refuses `participant_not_found` for another's, as for what does not exist. */
function asked(context: SettlementContext, caller: Caller, id: string): Asked {
  assertOwn(caller, id);
  const s = settlementOf(context);
  return { s, participant: s.participantById.get(id) ?? refuse('participant_not_found', '/id') };
}

function withAccount(context: SettlementContext, caller: Caller, id: string): Asked {
  const found = asked(context, caller, id);
  return found.participant.accountId === 0 ? refuse('has_no_account', '/id') : found;
}

const nameOf = ({ profile: { name, bic } }: Participant): string => `${name.en} ${name.zh} (${bic})`;

export function differencesOf(context: SettlementContext) {
  return {
    creditLine: (caller: Caller, id: string, amount: string): Difference[] => {
      const { s, participant } = withAccount(context, caller, id);
      const { overdraft } = s.accountOf(participant);
      return [about('participant', nameOf(participant)), line('creditLine', overdraft, BigInt(amount))];
    },
    collateral: (caller: Caller, id: string, pieces: readonly Collateral[]): Difference[] => {
      const { s, participant } = withAccount(context, caller, id);
      const sumOf = (given: readonly Collateral[]) => given.reduce((sum, each) => sum + lendingValueOf(each), 0n);
      const lends = sumOf(pieces);
      return [
        about('participant', nameOf(participant)),
        line('collateral', sumOf(participant.collateral), lends),
        line('creditLine', s.accountOf(participant).overdraft, lends),
      ];
    },
    minimumReserve: (caller: Caller, id: string, amount: string): Difference[] => {
      const { participant } = withAccount(context, caller, id);
      return [
        about('participant', nameOf(participant)),
        line('minimumReserve', participant.minimumReserveMinor, BigInt(amount)),
      ];
    },
    funding: (caller: Caller, id: string, minor: bigint): Difference[] => {
      const { s, participant } = withAccount(context, caller, id);
      const balance = balanceOf(s.accountOf(participant));
      return [about('participant', nameOf(participant)), line('balance', balance, balance + minor)];
    },
    guarantee: (caller: Caller, id: string, amount: string): Difference[] => {
      const { s, participant } = asked(context, caller, id);
      if (participant.profile.kind !== 'clearing-house') refuse('not_a_clearing_house', '/id');
      const account = findGuarantee(s, participant);
      const balance = account ? balanceOf(account) : 0n;
      return [about('participant', nameOf(participant)), line('guarantee', balance, balance + BigInt(amount))];
    },
    standing: (caller: Caller, id: string, standing: string, from: string | undefined): Difference[] => {
      const { participant } = asked(context, caller, id);
      return [
        about('participant', nameOf(participant)),
        line('standing', participant.standing, standing),
        ...(from === undefined ? [] : [line('from', null, from)]),
      ];
    },
    reservation: (caller: Caller, id: string, priority: string, amount: string): Difference[] => {
      const { participant } = withAccount(context, caller, id);
      const [highlyUrgent, urgent] = participant.reservationMinor;
      return [
        about('participant', nameOf(participant)),
        about('priority', priority),
        line('reservation', priority === 'urgent' ? urgent : highlyUrgent, BigInt(amount)),
      ];
    },
    limit: (caller: Caller, id: string, counterparty: string, amount: string | null): Difference[] => {
      const { s, participant } = withAccount(context, caller, id);
      const other = s.participantById.get(counterparty);
      const now = other ? participant.bilateralLimits.get(other) : participant.multilateralLimit;
      return [
        about('participant', nameOf(participant)),
        about('towards', other ? nameOf(other) : counterparty),
        line('limit', now?.limitMinor, amount === null ? null : BigInt(amount)),
      ];
    },
    admission: (bic: string, kind: string, name: Title): Difference[] => [
      line('bic', null, bic),
      line('name', null, `${name.en} ${name.zh}`),
      line('kind', null, kind),
    ],
  };
}
