// The log: one line of JSON an event on standard error, for people and machines. Nothing is logged on the way of a payment.

export interface Log {
  info(text: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(text: string, facts?: Readonly<Record<string, unknown>>): void;
  /** A fault, with what caused it. */
  error(text: string, cause: unknown, facts?: Readonly<Record<string, unknown>>): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function openLog(write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  const say = (level: string, text: string, facts: Readonly<Record<string, unknown>> = {}): void =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, text, ...facts })}\n`);
  return {
    info: (text, facts) => say('info', text, facts),
    warn: (text, facts) => say('warn', text, facts),
    error: (text, cause, facts) => say('error', text, { ...facts, cause: causesOf(cause) }),
  };
}

/** The stack of an error and of each of its causes. */
function causesOf(error: unknown): string[] {
  const found: string[] = [];
  for (let at = error; at !== undefined && at !== null && found.length < 8; at = (at as { cause?: unknown }).cause) {
    found.push(at instanceof Error ? (at.stack ?? String(at)) : String(at));
  }
  return found;
}
