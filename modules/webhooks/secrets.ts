// The secrets of endpoints, by which we sign. They are kept sealed.
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** 256 random bits. */
export const newSecret = (): Buffer => randomBytes(32);
export const secretText = (secret: Buffer): string => `${PREFIX}${secret.toString('base64')}`;

/** Standard Webhooks: HMAC-SHA256 over id, timestamp and body; one signature for each secret that is in force. */
export function signatureOf(secrets: readonly Buffer[], id: string, seconds: number, body: string): string {
  const sign = (secret: Buffer) => createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
  return secrets.map((secret) => `v1,${sign(secret)}`).join(' ');
}
