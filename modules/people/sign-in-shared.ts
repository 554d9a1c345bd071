// What every way of signing in has in common over HTTP.
import { type Static, Type } from '@sinclair/typebox';
import { type Call, Reply } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { cookieOf } from './caller.ts';
import { readMe } from './me.ts';
import { type People } from './people.ts';
import { type MeSchema } from './person.ts';
import { type MadeSession } from './sessions.ts';
import { type From } from './sign-in.ts';

export const EVERYBODY = ['nobody', 'operator', 'participant', 'organisation'] as const;
export const TokenSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'What follows the # of the link.',
});

export const fromOf = ({ address, headers }: Pick<Call, 'address' | 'headers'>): From => ({
  address,
  agent: String(headers['user-agent'] ?? ''),
});

/** Who has just come in, with the cookie. */
export async function welcome(people: People, { id, secret }: MadeSession): Promise<Reply> {
  const me: Static<typeof MeSchema> | undefined = await readMe(people, id);
  if (!me) throw new Refusal('session_not_found');
  const headers = { 'set-cookie': cookieOf(people, secret) };
  return new Reply(JSON.stringify(me), { type: 'application/json; charset=utf-8', headers });
}
