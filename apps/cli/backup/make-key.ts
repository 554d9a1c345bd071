// The pair for backups: the identity opens them and belongs into a safe, the recipient locks them and is no secret.
import { writeFileSync } from 'node:fs';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';

export async function makeKey(file: string): Promise<number> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  try {
    writeFileSync(file, `# recipient: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new Error(
      code === 'EEXIST' ? `${file} exists already; its key may be the only one for a backup.` : `${file} cannot be written (${code}).`,
      { cause },
    ); // prettier-ignore
  }
  console.log(recipient);
  console.error(`The identity is in ${file}. Without it no backup opens: keep it on another machine and in a safe.`);
  return 0;
}
