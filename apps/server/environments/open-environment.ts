// Puts an environment together: the same house as live on a database of its own, the demo country in it with the tenant as one of
// its banks, counterparties that answer, and the routes of the API.
import { AlarmBoard, alarmRoutes } from '../../../modules/alarms/index.ts';
import {
  controlRoutes,
  faultyMessages,
  type Incident,
  type Name,
  type OpenHouse,
} from '../../../modules/environments/index.ts';
import { evidenceRoutes } from '../../../modules/evidence/index.ts';
import { ledgerRoutes } from '../../../modules/ledger/index.ts';
import {
  DayStatements,
  describePayment,
  type Institution,
  messageRoutes,
  type Signers,
} from '../../../modules/messages/index.ts';
import {
  Calendar, type CalendarRules, closeDay, DayWatch, type Profile, recordAct, type Settlement, settlementRoutes,
} from '../../../modules/settlement/index.ts'; // prettier-ignore
import { type Route } from '../../../platform/http/index.ts';
import { tellFault } from '../../../platform/telemetry.ts';
import { conditionsOf } from '../alarm-rules.ts';
import { booksWords } from '../books-words.ts';
import { BOOK_ID, openHouse } from '../compose.ts';
import { settleCountry } from '../demo/settle-country.ts';
import { LiveFeed, liveRoutes } from '../live-feed.ts';
import { overviewRoutes } from '../overview.ts';
import { serverRoutes } from '../routes.ts';
import { Counterparties } from './counterparties.ts';
import { settleTenant, tenantOf } from './tenant.ts';

export interface EnvironmentParts {
  readonly institution: Institution;
  readonly calendar: CalendarRules;
  /** Who an organisation is at live; undefined when it takes no part there. */
  readonly profileOf: (organisationId: string) => Promise<Profile | undefined>;
  /** Whose keys sign the messages of an environment; `tenantId` is its organisation there. */
  readonly signersOf: (name: Name, tenantId: string) => Signers;
  readonly version: string;
  readonly onIncident: (name: Name, incident: Incident) => Promise<void>;
}

const POOL_SIZE = 3;
const ALARM_BEAT_MS = 10_000;
const PAYMENTS_AT_SEED = 2;

export function environmentOpener(parts: EnvironmentParts): OpenHouse {
  return async ({ name, databaseUrl, dataFolder, isNew, clockFrom, faults, controls, onLost }) => {
    const { institution, version } = parts;
    const calendar = new Calendar(parts.calendar);
    const house = await openHouse({
      dataFolder,
      databaseUrl,
      institution,
      calendar,
      poolSize: POOL_SIZE,
      clockFrom: (lastDecidedAt) => clockFrom(lastDecidedAt, calendar),
      onLost,
    });
    const { writer, pool, clock, onCommit } = house;
    const settlement = (): Settlement => writer.memory.settlement.settlement;
    const tenant = tenantOf(name.organisationId, await parts.profileOf(name.organisationId), institution);
    if (isNew) {
      await settleCountry(writer);
      await settleTenant(writer, tenant);
    }
    const signers = parts.signersOf(name, tenant.profile.id);
    const context = { bookId: BOOK_ID, writer, pool, clock, institution, onCommit, signers };
    const watch = new DayWatch(pool, settlement);
    await watch.load();
    const statements = new DayStatements(context, (error) => tellFault('Statements of a sandbox', error));
    const counterparties = new Counterparties(context, tenant);
    house.onEvents((events) => {
      watch.hear(events);
      statements.hear(events);
      counterparties.hear(events);
    });
    statements.sendMissing();
    const board = new AlarmBoard(pool);
    await board.load();
    const lookForAlarms = (): Promise<void> => board.update(conditionsOf(settlement(), clock.now()), clock.now());
    const alarmTimer = setInterval(() => void lookForAlarms().catch(() => undefined), ALARM_BEAT_MS);
    const feed = new LiveFeed({ house, watch, board, demo: undefined });
    feed.start();
    if (isNew) for (let sent = 0; sent < PAYMENTS_AT_SEED; sent++) await counterparties.payTenant();
    const door = { context, faults, onIncident: (incident: Incident) => parts.onIncident(name, incident) };
    const routes: Route[] = [
      ...serverRoutes({ institution, clock, demo: undefined, environment: name.kind, version }),
      ...overviewRoutes({ writer, pool, clock, watch, board }),
      ...alarmRoutes({ pool, board, clock }),
      ...liveRoutes(feed),
      ...evidenceRoutes({ bookId: BOOK_ID, pool, writer, keys: house.evidenceKeys }),
      ...ledgerRoutes({ ...context, currency: institution.currency, words: booksWords(settlement) }),
      ...messageRoutes(context).map((each) =>
        each.method === 'POST' && each.path === '/v1/messages' ? faultyMessages(each, door) : each,
      ),
      ...settlementRoutes({ ...context, describe: (payment) => describePayment(context, payment) }),
      ...controlRoutes(controls),
    ];
    return {
      tenantId: tenant.profile.id,
      pool,
      calendar,
      routes,
      day: () => settlement().day,
      tick: () => writer.tick(),
      cutOff: async (actor) => {
        await writer.submit<void>({
          name: 'close day',
          decide: ({ settlement: { settlement: s } }, at) => {
            const { date } = closeDay(s, at);
            const text = { en: 'Cut off now, as the tenant asked', zh: '应租户要求立即截止' };
            recordAct(s, { at, subject: 'day', subjectId: date, actor, text, reason: undefined });
          },
        });
      },
      onRefusedWrite: ({ caller, ...refused }) =>
        house.hearRefusal({
          ...refused,
          caller: caller.kind === 'nobody' ? 'nobody' : caller.actor,
          participantId: caller.kind === 'participant' ? caller.participantId : undefined,
        }),
      close: async () => {
        counterparties.end();
        feed.end();
        clearInterval(alarmTimer);
        await statements.end();
        await house.close();
      },
    };
  };
}

/** What every environment has of the API; the rest is the organisation's own affair, or live's. */
const TAGS = new Set([
  'institution', 'messages', 'payments', 'queue', 'participants', 'day', 'books', 'clearing', 'alarms', 'evidence', 'live',
  'environments',
]); // prettier-ignore

export const isOfEnvironments = (tag: string): boolean => TAGS.has(tag);

export const routesOfEnvironments = (routes: readonly Route[]): Route[] =>
  routes.filter(({ tag }) => isOfEnvironments(tag));
