// What `npm start` runs: reads its arguments, opens the house, listens on loopback, and ends cleanly on Ctrl-C.
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describePayment, MESSAGE_REFUSALS, messageRoutes } from '../../modules/messages/index.ts';
import { SETTLEMENT_REFUSALS, settlementRoutes } from '../../modules/settlement/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { type Clock, systemClock } from '../../platform/instant.ts';
import { BOOK_ID, type House, openHouse } from './compose.ts';
import { demoClock } from './demo/clock.ts';
import { DEMO_INSTITUTION, DEMO_PARTICIPANTS } from './demo/country.ts';
import { settleCountry } from './demo/settle-country.ts';
import { DemoStream } from './demo/stream.ts';
import { serverRoutes, SERVER_REFUSALS } from './routes.ts';
import { Tokens } from './tokens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const END_TIMEOUT_MS = 4_500;

interface Options {
  readonly port: number;
  readonly data: string;
  readonly hasDemo: boolean;
}

/** A sentence for the person who started us, then the end. */
function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8120' },
        data: { type: 'string', default: join(root, 'data') },
        'no-demo': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isSafeInteger(port) || port < 1 || port > 65_535)
      fail(`--port is a number from 1 to 65535, not "${values.port}".`);
    return { port, data: resolve(values.data), hasDemo: !values['no-demo'] };
  } catch (error) {
    return fail(`${(error as Error).message}\nUsage: npm start -- [--port 8120] [--data ./data] [--no-demo]`);
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    fail(
      `The data folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}). Give another with --data, or change its owner.`,
    );
  }
}

/** Asked before anything is started, so that a second start harms nothing. */
async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((free) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken, perhaps by another Feiqian. End that one, or start with --port and another number.`
          : `Port ${port} cannot be used: ${error.message}.`,
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
  });
}

async function lastDecidedAt(house: House): Promise<number> {
  const { rows } = await house.pool.query<{ micros: string }>(
    'select (extract(epoch from decided_at) * 1000000)::int8::text as micros from platform.writers where book_id = $1',
    [BOOK_ID],
  );
  return Number(rows[0]?.micros ?? 0);
}

async function start(): Promise<void> {
  const { port, data, hasDemo } = readOptions();
  prepareFolder(data);
  await refuseTakenPort(port);
  const institution = DEMO_INSTITUTION;
  // The clock is set once the book has told how far it came.
  let clock: Clock = systemClock;
  const house = await openHouse({
    dataFolder: data,
    databaseUrl: process.env.DATABASE_URL,
    institution,
    clock: { now: () => clock.now() },
    onLost: fail,
  }).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  if (hasDemo) {
    clock = demoClock(await lastDecidedAt(house));
    await house.writer.tick();
    await settleCountry(house.writer);
  }
  const demo = hasDemo ? new DemoStream(house.writer, institution, clock) : undefined;
  const tokens = new Tokens(data);
  const cookie = `feiqian_operator_${port}`;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const { writer, pool } = house;
  const consoleFolder = join(root, 'dist/console');
  const shared = { bookId: BOOK_ID, writer, pool, clock, institution };
  const server = await buildServer({
    routes: [
      ...serverRoutes({ house, institution, clock, demo, version }),
      ...messageRoutes(shared),
      ...settlementRoutes({ ...shared, describe: (payment) => describePayment(shared, payment) }),
    ],
    refusals: { ...SETTLEMENT_REFUSALS, ...MESSAGE_REFUSALS, ...SERVER_REFUSALS },
    callerOf: (headers, cookies) => tokens.callerOf(headers, cookies, cookie),
    htmlCookie: `${cookie}=${tokens.operator()}; Path=/; HttpOnly; SameSite=Strict`,
    ...(existsSync(consoleFolder) ? { consoleFolder } : {}),
    idempotency: { pool },
  });
  await server.listen({ host: '127.0.0.1', port });
  demo?.start();
  greet(port, tokens, hasDemo);
  let isEnding = false;
  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), END_TIMEOUT_MS).unref();
    demo?.end();
    await server.close();
    await house.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
}

function greet(port: number, tokens: Tokens, hasDemo: boolean): void {
  console.log(`Feiqian is open: http://127.0.0.1:${port}`);
  console.log(`  API            http://127.0.0.1:${port}/docs`);
  console.log(`  operator token ${tokens.operator()}`);
  if (hasDemo)
    for (const { profile } of DEMO_PARTICIPANTS.slice(0, 2))
      console.log(`  bank token     ${tokens.participant(profile.id)}`);
  console.log('Ctrl-C ends it; nothing is lost.');
}

await start();
