// The statement of a month: what an organisation used, day by day; as JSON, as CSV, and as CloudEvents 1.0 of the days
// that are over, whose figures never change.
import { formatInstant } from '../../platform/instant.ts';
import { readAsHouse } from '../../platform/postgres/tenant-reads.ts';
import { addDays } from '../../platform/time-zone.ts';
import { Refusal } from '../../platform/refusal.ts';
import { countDays, countFromRows, readUsageEvents, type UsageContext, type UsageEvent } from './usage.ts';

export interface StatementContext extends UsageContext {
  /** ISO 4217. */
  readonly currency: string;
  /** BIC of the institution: whose events these are. */
  readonly institution: string;
}

export interface Statement {
  readonly organisationId: string;
  readonly participantId: string | null;
  readonly environment: UsageContext['environment'];
  readonly month: string;
  readonly currency: string;
  readonly days: StatementDay[];
  readonly total: Figures;
}

interface Figures {
  readonly payments: string;
  readonly value: string;
  readonly messagesIn: string;
  readonly messagesOut: string;
}

/** `isFinal`: the day is over and its figures never change. */
export type StatementDay = Figures & { readonly date: string; readonly isFinal: boolean };

export interface Whose {
  readonly organisationId: string;
  /** Null for one that takes no part in settlement: it has used nothing that is counted. */
  readonly participantId: string | null;
}

interface MonthOfUsage {
  readonly events: readonly UsageEvent[];
  /** The first date whose figures may still change. */
  readonly openFrom: string;
}

/** Refuses `month_malformed`. */
export async function readStatement(context: StatementContext, whose: Whose, month: string): Promise<Statement> {
  const { events, openFrom } = await readMonth(context, whose, month);
  const dates = [...new Set(events.map(({ date }) => date))].sort();
  return {
    ...whose,
    environment: context.environment,
    month,
    currency: context.currency,
    days: dates.map((date) => ({
      date,
      isFinal: date < openFrom,
      ...figuresOf(events.filter((event) => event.date === date)),
    })),
    total: figuresOf(events),
  };
}

async function readMonth(context: StatementContext, whose: Whose, month: string): Promise<MonthOfUsage> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || month < '1970')
    throw new Refusal('month_malformed', { field: '?month' });
  const { participantId } = whose;
  const from = `${month}-01`;
  const to = `${addDays(from, 31).slice(0, 7)}-01`;
  // A day is counted for all by whoever asks first; it answers a date alone.
  const openFrom = (await readAsHouse(() => countDays(context))) ?? from;
  if (participantId === null) return { events: [], openFrom };
  const counted = await readUsageEvents(context, participantId, from, to);
  if (openFrom >= to) return { events: counted, openFrom };
  const first = openFrom > from ? openFrom : from;
  const span = { from: context.zone.instantOf(first, '00:00'), to: context.zone.instantOf(to, '00:00') };
  return { events: [...counted, ...(await countFromRows(context, { ...span, participantId }))], openFrom };
}

function figuresOf(events: readonly UsageEvent[]): Figures {
  const sum = (measure: UsageEvent['measure']): string =>
    String(events.filter((each) => each.measure === measure).reduce((total, { quantity }) => total + quantity, 0n));
  return {
    payments: sum('payments'),
    value: sum('value'),
    messagesIn: sum('messages-in'),
    messagesOut: sum('messages-out'),
  };
}

/** RFC 4180, a line a day; `value` in minor units. */
export function statementCsv({ organisationId, environment, currency, days }: Statement): string {
  const head = ['organisation', 'environment', 'date', 'payments', 'value_minor', 'currency', 'messages_in', 'messages_out', 'is_final']; // prettier-ignore
  const lines = days.map(({ date, payments, value, messagesIn, messagesOut, isFinal }) =>
    [organisationId, environment, date, payments, value, currency, messagesIn, messagesOut, isFinal].join(','),
  );
  return [head.join(','), ...lines, ''].join('\r\n');
}

export interface CloudEvent {
  readonly specversion: '1.0';
  /** The same event has the same id whenever it is asked for: a reader that has it leaves it. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: {
    readonly environment: UsageContext['environment'];
    readonly date: string;
    readonly measure: UsageEvent['measure'];
    readonly quantity: string;
    /** ISO 4217 of a value in minor units; `1` of what is counted. */
    readonly unit: string;
  };
}

/** Refuses `month_malformed`. */
export async function readCloudEvents(context: StatementContext, whose: Whose, month: string): Promise<CloudEvent[]> {
  const { environment, currency, institution, zone } = context;
  const { events, openFrom } = await readMonth(context, whose, month);
  return events
    .filter(({ date }) => date < openFrom)
    .map(({ participantId, date, measure, quantity }) => ({
      specversion: '1.0',
      id: `${environment}/${participantId}/${date}/${measure}`,
      source: `urn:feiqian:${institution}:usage`,
      type: `feiqian.usage.${measure}`,
      subject: whose.organisationId,
      time: formatInstant(zone.instantOf(addDays(date, 1), '00:00')),
      datacontenttype: 'application/json',
      data: { environment, date, measure, quantity: String(quantity), unit: measure === 'value' ? currency : '1' },
    }));
}
