// Signing in through an organisation's provider: the authorization code flow with PKCE, state and nonce, ended in the browser
// in which it began. Who the provider names must be bound to a person by an invitation; an e-mail address proves nothing.
import { randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import * as oidc from 'openid-client';
import { findOrganisation, hashSecret } from '../../access/index.ts';
import { formatInstant, type Instant } from '../../../platform/instant.ts';
import { inTransaction, isTaken } from '../../../platform/postgres/transaction.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordAct } from '../acts.ts';
import { forgetFailures, refuseBlocked } from '../attempts.ts';
import { requireEnrolment } from '../enrolments.ts';
import { type People } from '../people.ts';
import { type MadeSession, openSession } from '../sessions.ts';
import { type From, writeFailure } from '../sign-in.ts';
import { connect } from './connect.ts';
import { redirectUriOf, requireProvider } from './provider.ts';

export interface BegunSignIn {
  /** Where the browser goes. */
  readonly address: string;
  /** The cookie's value by which it is known when it comes back. */
  readonly secret: string;
}

/** For an organisation, or for whom an invitation is. Refuses what `connect` and the link refuse, `provider_not_found`. */
export async function beginProviderSignIn(
  people: People,
  by: { readonly organisationId: string } | { readonly token: string },
): Promise<BegunSignIn> {
  const { pool, clock, limits } = people;
  const at = clock.now();
  const enrolment = 'token' in by ? await requireInvitation(people, by.token) : undefined;
  const organisationId = 'token' in by ? enrolment!.person.organisationId : by.organisationId;
  const configuration = await connect(people, await requireProvider(people, organisationId));
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const verifier = oidc.randomPKCECodeVerifier();
  const secret = randomBytes(32).toString('base64url');
  await pool.query('delete from people.provider_flows where expires_at <= $1', [formatInstant(at)]);
  await pool.query(
    `insert into people.provider_flows (state, browser_hash, organisation_id, enrolment_id, nonce, verifier, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      state,
      hashSecret(secret),
      organisationId,
      enrolment?.id ?? null,
      nonce,
      verifier,
      formatInstant(at + limits.challenge),
    ],
  );
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUriOf(people),
    scope: 'openid',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, secret };
}

/** A recovery and the first administrator take a passkey. Refuses `link_for_passkey` and what any link refuses. */
async function requireInvitation({ pool, clock }: People, token: string) {
  const enrolment = await requireEnrolment(pool, token, clock.now());
  if (enrolment.purpose !== 'invitation') throw new Refusal('link_for_passkey');
  return enrolment;
}

/**
 * `query` is what the provider sent the browser back with. Refuses `sign_in_blocked`, `provider_sign_in_over`,
 * `provider_refused`, `identity_unknown`, `identity_known`, `person_locked`, `organisation_closed`, and what a link refuses.
 */
export async function finishProviderSignIn(
  people: People,
  query: string,
  secret: string | undefined,
  from: From,
): Promise<MadeSession> {
  const { pool, clock } = people;
  const at = clock.now();
  const subject = `address ${from.address}`;
  await refuseBlocked(pool, subject, at);
  try {
    const flow = await takeFlow(people, query, secret, at);
    const identity = { organisationId: flow.organisation_id, ...(await redeem(people, query, flow)) };
    return await inTransaction(pool, async (client) => {
      const enrolmentId = flow.enrolment_id;
      if (enrolmentId !== null) await bind(client, enrolmentId, identity, at, from);
      const made = await enter(client, people, identity, at, from);
      await forgetFailures(client, subject);
      return made;
    });
  } catch (error) {
    if (error instanceof Refusal) await writeFailure(people, subject, undefined, from, at, `provider: ${error.code}`);
    throw error;
  }
}

interface Flow {
  readonly organisation_id: string;
  readonly enrolment_id: string | null;
  readonly nonce: string;
  readonly verifier: string;
  readonly state: string;
}

async function takeFlow({ pool }: People, query: string, secret: string | undefined, at: Instant): Promise<Flow> {
  const state = new URLSearchParams(query).get('state') ?? '';
  const { rows } = await pool.query<Flow>(
    `delete from people.provider_flows where state = $1 and browser_hash = $2 and expires_at > $3
     returning organisation_id, enrolment_id, nonce, verifier, state`,
    [state, hashSecret(secret ?? ''), formatInstant(at)],
  );
  if (!rows[0]) throw new Refusal('provider_sign_in_over');
  return rows[0];
}

interface Identity {
  readonly organisationId: string;
  readonly issuer: string;
  readonly subject: string;
}

async function redeem(people: People, query: string, flow: Flow): Promise<Omit<Identity, 'organisationId'>> {
  const provider = await requireProvider(people, flow.organisation_id);
  const configuration = await connect(people, provider);
  const came = new URL(redirectUriOf(people));
  came.search = query;
  const tokens = await oidc
    .authorizationCodeGrant(configuration, came, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : '';
      throw new Refusal('provider_refused', { details: { reason } });
    });
  const claims = tokens.claims();
  if (!claims) throw new Refusal('provider_refused');
  return { issuer: claims.iss, subject: claims.sub };
}

/** The link is used up by it, as by a passkey. */
async function bind(client: ClientBase, enrolmentId: string, identity: Identity, at: Instant, { address }: From) {
  const { organisationId, issuer, subject } = identity;
  const { rows } = await client.query<{ person_id: string; login: string; state: string }>(
    `update people.enrolments e set used_at = $2 from people.people p
     where e.enrolment_id = $1 and p.person_id = e.person_id and p.organisation_id = $3 and e.purpose = 'invitation'
       and used_at is null and withdrawn_at is null and e.expires_at > $2
     returning p.person_id, p.login, p.state`,
    [enrolmentId, formatInstant(at), organisationId],
  );
  const [person] = rows;
  if (!person) throw new Refusal('link_used');
  try {
    await client.query(
      `insert into people.identities (person_id, organisation_id, issuer, subject, bound_at) values ($1, $2, $3, $4, $5)
       on conflict (person_id) do update set issuer = $3, subject = $4, bound_at = $5`,
      [person.person_id, organisationId, issuer, subject, formatInstant(at)],
    );
  } catch (error) {
    if (isTaken(error)) throw new Refusal('identity_known');
    throw error;
  }
  const by = { actor: person.login, at, address };
  await recordAct(client, by, {
    act: 'enrolled',
    person: { id: person.person_id, organisationId },
    detail: 'provider',
  });
}

async function enter(
  client: ClientBase,
  people: People,
  identity: Identity,
  at: Instant,
  from: From,
): Promise<MadeSession> {
  const { organisationId, issuer, subject } = identity;
  const { rows } = await client.query<{ person_id: string; login: string; state: string }>(
    `select p.person_id, p.login, p.state from people.identities i join people.people p using (person_id)
     where i.organisation_id = $1 and i.issuer = $2 and i.subject = $3 and p.organisation_id = $1 and p.state <> 'left'`,
    [organisationId, issuer, subject],
  );
  const [person] = rows;
  if (!person) throw new Refusal('identity_unknown');
  if (person.state !== 'active') throw new Refusal('person_locked');
  if ((await findOrganisation(people.pool, organisationId))?.state !== 'active')
    throw new Refusal('organisation_closed');
  const given = { personId: person.person_id, method: 'provider', deviceId: null, ...from } as const;
  const made = await openSession(client, people, given, at);
  const by = { actor: person.login, at, address: from.address, sessionId: made.id };
  await recordAct(client, by, {
    act: 'signed-in',
    person: { id: person.person_id, organisationId },
    detail: 'provider',
  });
  return made;
}
