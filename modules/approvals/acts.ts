// The trail of approvals: one line for everything that happened to a request, a policy or a delegation.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';

export const ACTS = [
  'made', 'approved', 'refused', 'withdrawn', 'expired', 'carried-out', 'failed', 'policy-changed', 'delegated',
  'delegation-ended',
] as const; // prettier-ignore

export interface ApprovalAct {
  readonly at: Instant;
  readonly requestId?: string;
  readonly subject: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly act: (typeof ACTS)[number];
  readonly detail?: string | undefined;
}

/** Who acts when time does. */
export const TIME = { id: null, name: 'Feiqian' } as const;

export async function recordAct(client: ClientBase, given: ApprovalAct): Promise<void> {
  const { at, requestId, subject, actor, act, detail } = given;
  await client.query(
    `insert into approvals.acts (at, request_id, subject, actor_id, actor, act, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
    [formatInstant(at), requestId ?? null, subject, actor.id, actor.name, act, detail ?? null],
  );
}
