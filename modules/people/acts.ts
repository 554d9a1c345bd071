// What happens to people and by them: one row an act, in the transaction of what it records, never changed again.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { markDone } from '../../platform/writer/done-once.ts';

export const ACTS = [
  'invited',
  'link-made',
  'enrolled',
  'signed-in',
  'failed',
  'blocked',
  'device-added',
  'device-renamed',
  'device-removed',
  'signed-out',
  'session-ended',
  'signed-out-everywhere',
  'roles-changed',
  'locked',
  'unlocked',
  'left',
  'recovery-asked',
  'recovery-confirmed',
  'recovery-withdrawn',
  'recovered',
  'provider-set',
  'provider-removed',
] as const;

/** Who did it, when, and from where. */
export interface By {
  readonly actor: string;
  readonly at: Instant;
  readonly address: string;
  readonly sessionId?: string | undefined;
  /** Set when others approved it: under this name it is done once. */
  readonly once?: string | undefined;
}

/** In the transaction of a deed that others may have approved. */
export async function markOnce(client: ClientBase, { once, at }: By): Promise<void> {
  if (once !== undefined) await markDone(client, [once], at);
}

export interface PersonAct {
  readonly act: (typeof ACTS)[number];
  /** Whom it is about. */
  readonly person?: { readonly id: string; readonly organisationId: string } | undefined;
  /** When it is about none of its people. */
  readonly organisationId?: string;
  readonly detail?: string | undefined;
}

export async function recordAct(
  client: ClientBase,
  by: By,
  { act, person, organisationId, detail }: PersonAct,
): Promise<void> {
  await client.query(
    `insert into people.acts (at, actor, act, organisation_id, person_id, session_id, address, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      formatInstant(by.at),
      by.actor,
      act,
      person?.organisationId ?? organisationId ?? null,
      person?.id ?? null,
      by.sessionId ?? null,
      by.address,
      detail ?? null,
    ],
  );
}
