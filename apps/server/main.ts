// What `npm start` runs: reads its arguments, opens the house, listens on loopback, and ends cleanly on Ctrl-C.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Access, AnswerKey, Authority, Certificates, readCertificates } from '../../modules/access/index.ts';
import { AlarmBoard } from '../../modules/alarms/index.ts';
import { ClosingBeat } from '../../modules/leaving/index.ts';
import { DayStatements } from '../../modules/messages/index.ts';
import {
  callerOf, ensureDemoPeople, firstAdministratorLink, isStillIn, localSite, openPeople,
} from '../../modules/people/index.ts'; // prettier-ignore
import { Calendar, DayWatch, type Settlement } from '../../modules/settlement/index.ts';
import { SimulationRuns } from '../../modules/simulator/index.ts';
import { KnownNotices, StatusBoard } from '../../modules/status/index.ts';
import { readDisabled } from '../../modules/webhooks/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { SecretBox } from '../../platform/outward/secret-box.ts';
import { systemClock } from '../../platform/instant.ts';
import { tellFault } from '../../platform/telemetry.ts';
import { apiOf } from './api.ts';
import { behindConditions, conditionsOf, disabledWebhooks, quotaConditions } from './alarm-rules.ts';
import { readBehind } from './behind.ts';
import { openApprovals, personsOf } from './approvals.ts';
import { admitConfigured } from './admit-configured.ts';
import { BOOK_ID, openHouse } from './compose.ts';
import { openEnvironments } from './environments/open-environments.ts';
import { expiryConditions, readExpiring } from './expiry-alarms.ts';
import { DemoClock } from './demo/clock.ts';
import { demoPeople } from './demo/people.ts';
import { settleCountry } from './demo/settle-country.ts';
import { DemoStream } from './demo/stream.ts';
import { openHouseQuotas } from './house-quotas.ts';
import { openExports } from './exports.ts';
import { LiveFeed } from './live-feed.ts';
import { openMetrics } from './metrics.ts';
import { type MutualPort, openMutualPort } from './mutual-tls.ts';
import { ensureOrganisationsOf } from './organisations.ts';
import { fail, prepareFolder, programVersion, readOptions, refuseTakenPort, root, statusEveryMs } from './options.ts';
import { PERMISSIONS } from './permissions.ts';
import { startTelemetry } from './telemetry.ts';
import { statusProbes, tellOfNotice, tellOfStatus } from './status-probes.ts';
import { callerOfToken, Tokens } from './tokens.ts';
import { openRequestLog } from './request-log.ts';
import { openSubscriptions } from './subscriptions.ts';
import { openWebhooks } from './webhooks.ts';

const END_TIMEOUT_MS = 4_500;
const ENDING = ['SIGINT', 'SIGTERM'] as const;
const ALARM_BEAT_MS = 3_000;

async function start(): Promise<void> {
  const { port, data, configuration, mayReplaceEvidenceKey } = readOptions();
  const { institution, hasDemo } = configuration;
  const version = programVersion();
  const telemetry = await startTelemetry(version);
  prepareFolder(data);
  await refuseTakenPort(port);
  // Until it is open nothing is acknowledged: it may be left at once, and PostgreSQL ends with us.
  const leave = (): never => process.exit(1);
  for (const signal of ENDING) process.on(signal, leave);
  const calendar = new Calendar(configuration.calendar);
  let played: DemoClock | undefined;
  const house = await openHouse({
    dataFolder: data,
    databaseUrl: process.env.DATABASE_URL,
    institution,
    calendar,
    mayReplaceEvidenceKey,
    clockFrom: (lastDecidedAt) => (hasDemo ? (played = new DemoClock(calendar, lastDecidedAt)) : systemClock),
    onLost: fail,
  }).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  const { writer, pool, clock } = house;
  const settlement = (): Settlement => writer.memory.settlement.settlement;
  const watch = new DayWatch(pool, settlement);
  await watch.load();
  house.onEvents((events) => watch.hear(events));
  await admitConfigured(writer, configuration.participants);
  const shared = { bookId: BOOK_ID, writer, pool, clock, institution };
  const statements = new DayStatements(shared, (error) => tellFault('Statements of the day', error));
  house.onEvents((events) => statements.hear(events));
  statements.sendMissing();
  const demo = played && new DemoStream(shared, played);
  if (played && demo) {
    await settleCountry(writer);
    await demo.playPast();
    played.run();
    await writer.tick();
  }
  await ensureOrganisationsOf(pool, institution, settlement());
  const quotas = await openHouseQuotas(house, institution);
  const subscriptions = await openSubscriptions(pool);
  const requestLog = openRequestLog(pool, quotas);
  const { tls } = configuration;
  const access = new Access({
    pool,
    clock: systemClock,
    answerKey: AnswerKey.load(data),
    permissions: PERMISSIONS,
    certificates: new Certificates(
      pool,
      systemClock,
      await Authority.load(data, systemClock.now(), institution.name.en),
      tls?.clientAuthorities.flatMap(readCertificates),
    ),
  });
  let mutualPort: MutualPort | undefined;
  const board = new AlarmBoard(pool);
  await board.load();
  const lookForAlarms = async (): Promise<void> =>
    board.update(
      [
        ...conditionsOf(settlement(), clock.now()),
        ...quotaConditions(quotas.passed()),
        ...behindConditions(await readBehind(pool, writer.memory.evidence, systemClock.now())),
        ...disabledWebhooks(await readDisabled({ pool })),
        ...expiryConditions(await readExpiring(access, mutualPort?.certificate()), systemClock.now()),
      ],
      clock.now(),
    );
  await lookForAlarms();
  const alarmTimer = setInterval(() => void lookForAlarms().catch(() => undefined), ALARM_BEAT_MS);
  const feed = new LiveFeed({ house, watch, board, demo });
  const runs = new SimulationRuns({
    pool,
    clock,
    currency: institution.currency,
    onFault: (error) => tellFault('Fault in a simulation', error),
  });
  await runs.load();
  const environments = openEnvironments({
    house,
    access,
    dataFolder: data,
    institution,
    calendar: configuration.calendar,
    version,
  });
  const webhooks = openWebhooks(pool, systemClock, data, configuration.webhookHosts);
  const status = new StatusBoard({ dataFolder: data, clock: systemClock, everyMs: statusEveryMs() });
  const notices = new KnownNotices({ pool, clock: systemClock, tell: tellOfNotice(webhooks) });
  const tokens = new Tokens(data);
  const invented = demo ? demoPeople(institution.bic) : [];
  const demoLogins = invented.map(({ login }) => login);
  const site = localSite(port, institution.name.en);
  const people = openPeople({
    pool,
    clock: systemClock,
    site,
    demoLogins,
    box: SecretBox.load(data, 'provider-key'),
    allowedHosts: configuration.signInHosts,
  });
  await ensureDemoPeople(people, invented);
  const approvals = openApprovals(people, personsOf(people));
  const exports = openExports(access, environments, data, institution);
  const consoleFolder = join(root, 'dist/console');
  const server = await buildServer({
    ...apiOf({
      house,
      institution,
      watch,
      board,
      feed,
      demo,
      version,
      runs,
      access,
      people,
      approvals,
      environments,
      webhooks,
      status,
      notices,
      quotas,
      subscriptions,
      requestLog,
      metrics: openMetrics(house),
      exports,
    }),
    callerOf: (headers, cookies, method) =>
      headers.authorization === undefined
        ? callerOf(people, cookies, method !== 'GET')
        : callerOfToken(tokens, access, headers),
    isStillIn: (person) => isStillIn(people, person),
    ...(existsSync(consoleFolder) ? { consoleFolder } : {}),
    idempotency: { pool },
    isTraced: telemetry !== undefined,
  });
  await notices.open();
  const firstLink = demo ? undefined : await firstAdministratorLink(people, institution.bic);
  await server.listen({ host: '127.0.0.1', port });
  if (tls)
    mutualPort = await openMutualPort(server, access, tls, data).catch((error: Error) =>
      fail(`The TLS port cannot be opened: ${error.message}`),
    );
  // From here on nothing is awaited until Ctrl-C has its gentle end.
  feed.start();
  const closings = new ClosingBeat({ access, environments }, (error) => console.error('Closings:', error));
  exports.start();
  approvals.carryingOut.start();
  webhooks.start();
  requestLog.start();
  status.start(statusProbes(house, port), tellOfStatus(webhooks));
  demo?.start();
  greet(site.origin, tokens, settlement());
  if (tls) console.log(`  mutual TLS     https://${tls.names.at(-1)!}:${tls.port}`);
  for (const { name, roles } of invented) console.log(`  demo person    ${name} (${roles.join(', ')})`);
  if (firstLink) console.log(`  first administrator, once, within 24 hours: ${firstLink}`);
  console.log('Ctrl-C ends it; nothing is lost.');
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), END_TIMEOUT_MS).unref();
    demo?.end();
    feed.end();
    status.end();
    notices.end();
    await webhooks.end();
    await statements.end();
    clearInterval(alarmTimer);
    await runs.end();
    await approvals.carryingOut.end();
    await closings.end();
    await exports.end();
    await mutualPort?.close();
    await server.close();
    await environments.end();
    access.end();
    await quotas.end();
    subscriptions.end();
    await requestLog.end();
    await house.close();
    await telemetry?.end();
    process.exit(0);
  };
  for (const signal of ENDING) process.off(signal, leave).on(signal, () => void end());
}

function greet(origin: string, tokens: Tokens, { participants }: Settlement): void {
  console.log(`Feiqian is open: ${origin}`);
  console.log(`  API            ${origin}/docs`);
  console.log(`  operator token ${tokens.operator()}`);
  for (const { id } of participants.slice(0, 2)) console.log(`  bank token     ${tokens.participant(id)}`);
}

await start();
