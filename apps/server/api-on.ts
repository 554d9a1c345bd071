// The whole API on a database, without the demo, the console and a port: for the documents in generated/ and for tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Access, AnswerKey, Authority, Certificates } from '../../modules/access/index.ts';
import { AlarmBoard } from '../../modules/alarms/index.ts';
import { type Approvals } from '../../modules/approvals/index.ts';
import { type Environments } from '../../modules/environments/index.ts';
import { localSite, openPeople, type People } from '../../modules/people/index.ts';
import { type Quotas } from '../../modules/quotas/index.ts';
import { Calendar, DayWatch, DEFAULT_RULES } from '../../modules/settlement/index.ts';
import { SimulationRuns } from '../../modules/simulator/index.ts';
import { KnownNotices, StatusBoard } from '../../modules/status/index.ts';
import { type RequestLog } from '../../modules/request-log/index.ts';
import { type KnownSubscriptions } from '../../modules/subscriptions/index.ts';
import { SecretBox } from '../../platform/outward/secret-box.ts';
import { type Clock, systemClock } from '../../platform/instant.ts';
import { apiOf } from './api.ts';
import { type House, openHouse } from './compose.ts';
import { openApprovals, personsOf } from './approvals.ts';
import { DEMO_INSTITUTION } from './demo/country.ts';
import { openEnvironments } from './environments/open-environments.ts';
import { openHouseQuotas } from './house-quotas.ts';
import { tellOfNotice } from './status-probes.ts';
import { openExports } from './exports.ts';
import { LiveFeed } from './live-feed.ts';
import { openMetrics } from './metrics.ts';
import { PERMISSIONS } from './permissions.ts';
import { openRequestLog } from './request-log.ts';
import { openSubscriptions } from './subscriptions.ts';
import { openWebhooks } from './webhooks.ts';

export interface ApiOn {
  readonly house: House;
  readonly people: People;
  readonly approvals: Approvals;
  readonly environments: Environments;
  readonly access: Access;
  readonly quotas: Quotas;
  readonly subscriptions: KnownSubscriptions;
  readonly requestLog: RequestLog;
  readonly api: ReturnType<typeof apiOf>;
}

/**
 * `worldClock` is the time of the world, by which people's affairs go; `dataFolder` is one made for it when absent;
 * `quotaClock` is the one that requests a second are counted by.
 */
export async function openApiOn(
  databaseUrl: string,
  clock: Clock,
  worldClock: Clock = systemClock,
  dataFolder?: string,
  quotaClock: Clock = systemClock,
): Promise<ApiOn> {
  const institution = DEMO_INSTITUTION;
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'feiqian api '));
  const house = await openHouse({
    dataFolder: folder,
    databaseUrl,
    institution,
    calendar: new Calendar(),
    clockFrom: () => clock,
    onLost: (sentence) => {
      throw new Error(sentence);
    },
  });
  const quotas = await openHouseQuotas(house, institution, quotaClock);
  const subscriptions = await openSubscriptions(house.pool, worldClock);
  const requestLog = openRequestLog(house.pool, quotas, worldClock);
  const close = async (): Promise<void> => {
    await runs.end();
    await exports.end();
    await environments.end();
    await quotas.end();
    subscriptions.end();
    await requestLog.end();
    await house.close();
    if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  const watch = new DayWatch(house.pool, () => house.writer.memory.settlement.settlement);
  house.onEvents((events) => watch.hear(events));
  const board = new AlarmBoard(house.pool);
  const demo = undefined;
  const feed = new LiveFeed({ house, watch, board, demo });
  const runs = new SimulationRuns({
    pool: house.pool,
    clock,
    currency: institution.currency,
    onFault: (error) => {
      throw error;
    },
  });
  const access = new Access({
    pool: house.pool,
    clock: worldClock,
    answerKey: AnswerKey.generate(),
    permissions: PERMISSIONS,
    certificates: new Certificates(house.pool, worldClock, await Authority.generate(worldClock.now())),
  });
  const people = openPeople({
    pool: house.pool,
    clock: worldClock,
    site: localSite(8120, institution.name.en),
    box: SecretBox.generate(),
  });
  // Callers here are made up by who asks: there is no passkey that could prove one.
  const verifyApproval = async () => ({ method: 'believed' });
  const approvals = openApprovals(people, { verifyApproval, findColleagues: personsOf(people).findColleagues });
  const webhooks = openWebhooks(house.pool, worldClock, folder);
  const status = new StatusBoard({ dataFolder: folder, clock: worldClock });
  const notices = new KnownNotices({ pool: house.pool, clock: worldClock, tell: tellOfNotice(webhooks) });
  const environments = openEnvironments({
    house,
    access,
    dataFolder: folder,
    institution,
    calendar: DEFAULT_RULES,
    version: '0',
  });
  const exports = openExports(access, environments, folder, institution);
  const shown = { house, institution, watch, board, feed, demo, version: '0', runs };
  const parts = {
    ...shown,
    access,
    people,
    approvals,
    webhooks,
    status,
    notices,
    quotas,
    subscriptions,
    requestLog,
    metrics: openMetrics(house),
    exports,
  };
  return {
    house: { ...house, close },
    people,
    approvals,
    environments,
    access,
    quotas,
    subscriptions,
    requestLog,
    api: apiOf({ ...parts, environments }),
  };
}
