// The dispatcher of `npx feiqian COMMAND …`: one table entry a command, loaded only when asked for.

const SIMULATE_USAGE =
  'simulate --balances balances.csv --payments payments.csv [--lsm none|bilateral|gridlock|full] [--json] ' +
  '[--report report.html] [--currency CNY] [--lang en|zh]';

const BACKUP_USAGE =
  'backup --to FILE|FOLDER|s3://BUCKET/PREFIX (--recipient age1… | --passphrase-file FILE) [--data ./data] ' +
  '| backup verify FILE … | backup key FILE';
const RESTORE_USAGE =
  'restore --from FILE|s3://… --to FOLDER (--identity-file FILE | --passphrase-file FILE) [--wal FOLDER] ' +
  '[--at 2027-04-14T10:00:00Z|latest]';

interface Command {
  readonly usage: string;
  readonly duty: string;
  /** Takes the arguments after the command and answers the exit code. */
  readonly load: () => Promise<(args: string[]) => Promise<number>>;
}

const commands: Record<string, Command> = {
  check: {
    usage: 'check FILE… [--json] [--lang en|zh]',
    duty: 'check ISO 20022 messages offline, by the code that guards the door',
    load: async () => (await import('./check.ts')).check,
  },
  audit: {
    usage:
      'audit verify EXPORT --key PUBLIC.pem [--database URL] [--head FILE] | audit export FILE … | audit verify-data ARCHIVE --key KEYS.json',
    duty: 'check the evidence by its public key alone, and name every row that was changed; or write it to a file',
    load: async () => (await import('./audit.ts')).audit,
  },
  backup: {
    usage: BACKUP_USAGE,
    duty: 'write the whole platform to one encrypted file while the server runs; check such a file; make a key for it',
    load: async () => (await import('./backup/backup.ts')).backup,
  },
  restore: {
    usage: RESTORE_USAGE,
    duty: 'bring a backup back to a moment, into an empty folder, and verify its evidence',
    load: async () => (await import('./backup/restore.ts')).restore,
  },
  simulate: {
    usage: SIMULATE_USAGE,
    duty: 'run a settlement day offline, for liquidity studies',
    load: async () => (await import('./simulate.ts')).simulate,
  },
};

export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(help());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(`There is no command "${name}".\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`npx feiqian ${command.usage}\n  ${command.duty}`);
    return 0;
  }
  const run = await command.load();
  return run(rest);
}

function help(): string {
  const lines = Object.values(commands).map(({ usage, duty }) => `  npx feiqian ${usage}\n      ${duty}`);
  return ['Feiqian, an open central bank cloud', '', ...lines].join('\n');
}
