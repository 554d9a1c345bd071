// PostgreSQL refuses to run as root. When we are root, it runs as an ordinary user of this machine.
import { readFileSync } from 'node:fs';

export interface OrdinaryUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Where things for this user are kept when the checkout is out of its reach. */
  readonly home: string;
}

const preferred = ['feiqian', 'postgres', 'nobody'];

/** The user to run PostgreSQL as; undefined when we are an ordinary user ourselves. */
export function ordinaryUser(): OrdinaryUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of preferred) {
    const entry = users.find(([name]) => name === wanted);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (entry && uid > 0) return { name: wanted, uid, gid, home: '/var/lib/feiqian' };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as. Start Feiqian as an ordinary user.',
  );
}
