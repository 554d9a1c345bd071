// A payment's story for screens: what happened to it, when and why, in the order it happened.
import { formatInstant } from '../../../platform/instant.ts';
import { type Title } from '../day/calendar.ts';
import { type Payment } from '../payments/payment.ts';
import { type ActJson, type PaymentJson, type StepJson } from './schemas.ts';
import { isoReasonText, QUEUED_REASON_TEXTS, SETTLED_HOW_TEXTS } from './texts.ts';

export interface StoryMaterial {
  /** The commit that made it final. */
  readonly commit: number | null;
  readonly offsetWith: readonly PaymentJson[];
  readonly acts: readonly ActJson[];
  /** What the exchange of messages adds. */
  readonly more: readonly StepJson[];
}

export function storyOf(payment: Payment, { commit, offsetWith, acts, more }: StoryMaterial): StepJson[] {
  const steps = [...ownSteps(payment, commit), ...offsetSteps(payment, offsetWith), ...acts.map(actStep), ...more];
  return steps.sort((a, b) => (a.at === b.at ? rankOf(a) - rankOf(b) : a.at < b.at ? -1 : 1));
}

function ownSteps(payment: Payment, commit: number | null): StepJson[] {
  const { receivedAt, queuedAt, settledAt, endedAt, endReason, reason, state } = payment;
  const steps: StepJson[] = [];
  const add = (step: string, at: number, text: Title, inCommit: number | null = null): void =>
    void steps.push({ step, at: formatInstant(at), text, commit: inCommit });
  const { kind, references, sender } = payment;
  const from = sender.profile.shortName;
  const by = references.messageId ? `${kind} ${references.messageId}` : kind;
  add('received', receivedAt, { en: `From ${from.en}, ${by}`, zh: `${from.zh}来报 ${by}` });
  if (state === 'warehoused') {
    const { valueDate } = payment;
    add('warehoused', receivedAt, { en: `Waits for its date, ${valueDate}`, zh: `等待清算日期 ${valueDate}` });
  }
  if (queuedAt !== undefined) {
    const why = reason ? QUEUED_REASON_TEXTS[reason] : undefined;
    add('queued', queuedAt, why ?? { en: 'Waits its turn', zh: '等待清算' });
  }
  if (settledAt !== undefined) {
    const how = SETTLED_HOW_TEXTS[payment.settledHow ?? 'direct'];
    const text = commit === null ? how : { en: `${how.en}, in commit ${commit}`, zh: `${how.zh}，提交 ${commit}` };
    add('settled', settledAt, text, commit);
  }
  if (endedAt !== undefined && endReason !== undefined) {
    const { en, zh } = isoReasonText(endReason);
    add(state, endedAt, { en: `${endReason}: ${en}`, zh: `${endReason}：${zh}` });
  }
  return steps;
}

/** The other payments that settled with it as one. */
function offsetSteps(payment: Payment, others: readonly PaymentJson[]): StepJson[] {
  if (others.length === 0 || payment.settledAt === undefined) return [];
  const names = (language: 'en' | 'zh', separator: string): string => {
    const named = others.slice(0, 3).map(({ sender, receiver }) => {
      return `${sender.shortName[language]} → ${receiver.shortName[language]}`;
    });
    return named.join(separator);
  };
  const [one, count] = [others.length === 1, others.length];
  const text = {
    en: `With ${count} other ${one ? 'payment' : 'payments'}: ${names('en', ', ')}${count > 3 ? ' …' : ''}`,
    zh: `与另外 ${count} 笔同时：${names('zh', '、')}${count > 3 ? '等' : ''}`,
  };
  return [{ step: 'offset', at: formatInstant(payment.settledAt), text, commit: null }];
}

function actStep({ at, actor, text, reason }: ActJson): StepJson {
  const en = `${text.en} (${actor})${reason ? `: ${reason}` : ''}`;
  const zh = `${text.zh}（${actor}）${reason ? `：${reason}` : ''}`;
  return { step: 'acted', at, text: { en, zh }, commit: null };
}

/** What happened at one instant, in the order it happens. */
const ORDER = ['received', 'checked', 'warehoused', 'queued', 'acted', 'offset', 'settled', 'answered', 'forwarded'];

function rankOf({ step }: StepJson): number {
  return ORDER.indexOf(ORDER.includes(step) ? step : 'settled');
}
