// A line that says how far it is: over and over on a terminal, now and then in a log.
const TERMINAL_MS = 500;
const LOG_MS = 15_000;
const MEGABYTE = 1_000_000;

export interface Progress {
  add(bytes: number): void;
  expect(bytes: number): void;
  end(): void;
}

export const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

export function startProgress(verb: string): Progress {
  const isTerminal = process.stderr.isTTY;
  let done = 0;
  let expected = 0;
  const say = (): void => {
    const line = expected > done ? `${megabytes(done)} of about ${megabytes(expected)}` : megabytes(done);
    process.stderr.write(isTerminal ? `\r\u001b[K${verb} ${line}` : `${verb} ${line}\n`);
  };
  const timer = setInterval(say, isTerminal ? TERMINAL_MS : LOG_MS);
  return {
    add: (bytes) => void (done += bytes),
    expect: (bytes) => void (expected = bytes),
    end: () => {
      clearInterval(timer);
      if (isTerminal) process.stderr.write('\r\u001b[K');
    },
  };
}
