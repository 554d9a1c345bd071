// How the program is started: its arguments, its configuration, and the sentences for a start that cannot be.
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DEFAULT_RULES } from '../../modules/settlement/index.ts';
import { type Configuration, ConfigurationWrong, readConfiguration } from './configuration.ts';
import { DEMO_INSTITUTION } from './demo/country.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Options {
  readonly port: number;
  readonly data: string;
  readonly configuration: Configuration;
  /** The key that signs the evidence is lost: make another. */
  readonly mayReplaceEvidenceKey: boolean;
}

export function programVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** `FEIQIAN_STATUS_SECONDS` has services probed more often than once a minute: for drills. */
export function statusEveryMs(): number {
  const seconds = Number(process.env.FEIQIAN_STATUS_SECONDS);
  return 1_000 * (seconds >= 1 ? seconds : 60);
}

/** A sentence for the person who started us, then the end. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

export function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8120' },
        data: { type: 'string', default: join(root, 'data') },
        config: { type: 'string' },
        'no-demo': { type: 'boolean', default: false },
        'new-evidence-key': { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isSafeInteger(port) || port < 1 || port > 65_535)
      fail(`--port is a number from 1 to 65535, not "${values.port}".`);
    const configuration = configurationFrom(values.config, values['no-demo']);
    const mayReplaceEvidenceKey = values['new-evidence-key'];
    return { port, data: resolve(values.data), configuration, mayReplaceEvidenceKey };
  } catch (error) {
    return fail(
      `${(error as Error).message}\nUsage: npm start -- [--port 8120] [--data ./data] [--config feiqian.yaml] [--no-demo] [--new-evidence-key]`,
    );
  }
}

/** What is in a data folder, which another user may have made. */
const KEPT = ['token-secret', 'postgres', 'postgres.log'];

/** In a data folder that `feiqian restore` did not bring to its end. */
export const UNFINISHED_RESTORE = 'restoring';

export function prepareFolder(folder: string): void {
  if (existsSync(join(folder, UNFINISHED_RESTORE)))
    fail(`The restore to ${folder} did not come to its end. Remove what is in it, and restore again.`);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const name of KEPT.filter((each) => existsSync(join(folder, each))))
      accessSync(join(folder, name), constants.R_OK | constants.W_OK);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    fail(
      `The data folder ${folder} cannot be used (${code}: ${path}). Give another with --data, or change its owner, or start as its owner.`,
    );
  }
}

/** Asked before anything is started, so that a second start harms nothing. */
export async function refuseTakenPort(port: number): Promise<void> {
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

/** The file named, or feiqian.yaml beside package.json when there is one; without either the demo country. */
function configurationFrom(named: string | undefined, isWithoutDemo: boolean): Configuration {
  const file = named ?? join(root, 'feiqian.yaml');
  const institution = DEMO_INSTITUTION;
  if (named === undefined && !existsSync(file)) {
    return {
      institution,
      calendar: DEFAULT_RULES,
      participants: [],
      hasDemo: !isWithoutDemo,
      webhookHosts: [],
      signInHosts: [],
    };
  }
  try {
    const configuration = readConfiguration(named ?? 'feiqian.yaml', readFileSync(file, 'utf8'), institution);
    return { ...configuration, hasDemo: configuration.hasDemo && !isWithoutDemo };
  } catch (error) {
    if (error instanceof ConfigurationWrong) return fail(`The configuration is not right:\n${error.message}`);
    return fail(`The configuration ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
