// Which conditions of the day are alarms. Each is looked for every few seconds; it clears by itself.
import { type Condition } from '../../modules/alarms/index.ts';
import { balanceOf } from '../../modules/ledger/index.ts';
import { type Passed } from '../../modules/quotas/index.ts';
import { isNear, type Participant, type Payment, queueOf, type Settlement } from '../../modules/settlement/index.ts';
import { type DisabledEndpoint } from '../../modules/webhooks/index.ts';
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Behind } from './behind.ts';

const MINUTE = 60 * MICROS_PER_SECOND;
const SHORT_AFTER = 10 * MINUTE;
const VERY_SHORT_AFTER = 30 * MINUTE;
const CUT_OFF_NEAR = 15 * MINUTE;
const CLOSE_NEAR = 30 * MINUTE;

export function conditionsOf(s: Settlement, at: Instant): Condition[] {
  return [
    ...s.participants.flatMap((participant) => [
      ...shortOf(s, participant, at),
      ...standingOf(participant),
      ...belowAtEnd(s, participant, at),
    ]),
    ...nearlyLate(s, at),
    ...cutOffNear(s, at),
    ...waitingBatches(s),
  ];
}

function shortOf(s: Settlement, participant: Participant, at: Instant): Condition[] {
  const { id, profile, queuedCount, queuedMinor } = participant;
  if (queuedCount === 0 || participant.accountId === 0 || s.availableMinor(participant, 2) >= queuedMinor) return [];
  let oldest = at;
  for (const { queuedAt = at } of queueOf(participant)) if (queuedAt < oldest) oldest = queuedAt;
  if (at - oldest < SHORT_AFTER) return [];
  const isLong = at - oldest >= VERY_SHORT_AFTER;
  const [minutes, name] = [isLong ? 30 : 10, profile.shortName];
  return [
    {
      severity: isLong ? 'high' : 'medium',
      code: isLong ? 'short-of-liquidity-long' : 'short-of-liquidity',
      text: {
        en: `${name.en} has been short of liquidity for more than ${minutes} minutes`,
        zh: `${name.zh}流动性不足已超过 ${minutes} 分钟`,
      },
      subject: { kind: 'participant', id },
    },
  ];
}

function standingOf({ id, profile, standing }: Participant): Condition[] {
  if (standing !== 'suspended') return [];
  const { en, zh } = profile.shortName;
  const text = { en: `${en} is suspended`, zh: `${zh}已被暂停` };
  return [{ severity: 'medium', code: 'participant-suspended', text, subject: { kind: 'participant', id } }];
}

/** In the last half hour of business: who would end the day in credit, or below its minimum reserve. */
function belowAtEnd(s: Settlement, participant: Participant, at: Instant): Condition[] {
  const { id, profile, accountId, minimumReserveMinor } = participant;
  const endsAt = s.day?.phases.findLast(({ accepts }) => accepts !== 'nothing')?.endsAt;
  if (accountId === 0 || s.day?.state !== 'open' || endsAt === undefined || endsAt - at > CLOSE_NEAR) return [];
  const balance = balanceOf(s.accountOf(participant));
  if (balance >= minimumReserveMinor) return [];
  const { en, zh } = profile.shortName;
  const isInCredit = balance < 0n;
  return [
    {
      severity: isInCredit ? 'high' : 'medium',
      code: isInCredit ? 'credit-at-close' : 'below-minimum-reserve',
      text: isInCredit
        ? { en: `${en} still uses intraday credit as the day ends`, zh: `临近日终，${zh}仍在使用日间透支` }
        : { en: `${en} is below its minimum reserve as the day ends`, zh: `临近日终，${zh}低于最低准备金` },
      subject: { kind: 'participant', id },
    },
  ];
}

/** Payments that must settle within minutes or be handed back, and those that miss what their sender wished. */
function nearlyLate(s: Settlement, at: Instant): Condition[] {
  return [...s.timed]
    .filter((payment) => payment.isWarned && payment.state === 'queued')
    .map((payment) => (isNear(payment.latestAt, at) ? nearLatest(payment) : nearWanted(payment)));
}

function nearLatest({ id, sender: { profile } }: Payment): Condition {
  const { en, zh } = profile.shortName;
  const text = { en: `A payment of ${en} nears its latest debit time`, zh: `${zh}的一笔支付即将到达最迟借记时间` };
  return { severity: 'high', code: 'latest-debit-time-near', text, subject: { kind: 'payment', id } };
}

/** It is not handed back: the wish passes and it waits on. */
function nearWanted({ id, sender: { profile } }: Payment): Condition {
  const { en, zh } = profile.shortName;
  const text = {
    en: `A payment of ${en} still waits near or past the time it was wanted by`,
    zh: `${zh}的一笔支付临近或已过其期望清算时间，仍在等待`,
  };
  return { severity: 'medium', code: 'wanted-time-near', text, subject: { kind: 'payment', id } };
}

function cutOffNear({ day, queuedCount }: Settlement, at: Instant): Condition[] {
  if (day?.state !== 'open' || queuedCount === 0) return [];
  const current = day.phases.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  if (!current || current.endsAt - at > CUT_OFF_NEAR) return [];
  const { en, zh } = current.title;
  const text = { en: `“${en}” ends soon with payments still queued`, zh: `“${zh}”即将结束，仍有支付在排队` };
  return [{ severity: 'medium', code: 'cut-off-near', text, subject: { kind: 'day', id: day.date } }];
}

function waitingBatches(s: Settlement): Condition[] {
  return [...s.batches.values()]
    .filter(({ state }) => state === 'waiting')
    .map(({ id, house: { profile } }) => ({
      severity: 'high',
      code: 'clearing-waits',
      text: {
        en: `A batch of ${profile.shortName.en} waits for liquidity`,
        zh: `${profile.shortName.zh}的清算批次等待流动性`,
      },
      subject: { kind: 'clearing', id },
    }));
}

const ACTS_WAIT_SECONDS = 60;
/** Minutes of work at the rate events are made. */
const FAR_UNGATHERED = 5_000;

/** What works behind the commits and does not keep up: nothing is lost yet, and somebody must look. */
export function behindConditions({ actsSeconds, unarchived, ungathered }: Behind): Condition[] {
  const of = (id: string, severity: Condition['severity'], en: string, zh: string): Condition => ({
    severity,
    code: id,
    text: { en, zh },
    subject: { kind: 'system', id },
  });
  return [
    ...(actsSeconds > ACTS_WAIT_SECONDS
      ? [of('evidence-behind', 'high', 'Acts wait longer than a minute to be recorded in the evidence', '操作记录等待写入证据已超过一分钟')]
      : []),
    ...(unarchived === undefined
      ? []
      : [of('archive-failing', 'high', 'The archive of WAL fails: what is not archived cannot be restored', 'WAL 归档失败：未归档的数据无法恢复')]),
    ...(ungathered > FAR_UNGATHERED
      ? [of('webhooks-behind', 'medium', 'Events for webhooks are made far behind what was committed', 'Webhook 事件的生成严重滞后')]
      : []),
  ];
} // prettier-ignore

export function disabledWebhooks(endpoints: readonly DisabledEndpoint[]): Condition[] {
  return endpoints.map(({ id, organisationId, because }) => ({
    severity: 'medium',
    code: 'webhook-disabled',
    text:
      because === 'gone'
        ? {
            en: `A webhook of ${organisationId} answers that it is gone, and is disabled`,
            zh: `${organisationId}的 Webhook 应答已不存在，现已停用`,
          }
        : {
            en: `A webhook of ${organisationId} has taken nothing for three days, and is disabled`,
            zh: `${organisationId}的 Webhook 连续三天投递失败，现已停用`,
          },
    subject: { kind: 'system', id },
  }));
}
const MEASURE_TEXTS: Readonly<Record<Passed['measure'], { en: string; zh: string }>> = {
  'requests-a-second': { en: 'requests a second', zh: '每秒请求数' },
  'requests-under-way': { en: 'requests under way', zh: '并发请求数' },
  'payments-a-day': { en: 'payments a day', zh: '每日支付笔数' },
  'storage-bytes': { en: 'storage', zh: '存储' },
  'value-a-day': { en: 'value a day', zh: '每日支付金额' },
};

/** Who is past the soft limit of a quota, or has used it up. */
export function quotaConditions(passed: readonly Passed[]): Condition[] {
  return passed.map(({ tenant: { organisationId, environment }, service, measure, isHard }) => {
    const where = `${service}, ${environment}`;
    const { en, zh } = MEASURE_TEXTS[measure];
    return {
      severity: isHard ? 'medium' : 'low',
      code: isHard ? 'quota-used-up' : 'quota-soft-passed',
      text: isHard
        ? { en: `${organisationId} has used up its quota of ${en} (${where})`, zh: `${organisationId} 的${zh}配额已用尽（${where}）` }
        : { en: `${organisationId} is past the soft limit of ${en} (${where})`, zh: `${organisationId} 的${zh}已超过软限额（${where}）` },
      subject: { kind: 'system', id: `quota ${organisationId} ${environment} ${service} ${measure}` },
    };
  });
} // prettier-ignore
