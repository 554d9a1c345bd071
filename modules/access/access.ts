// The gate for machines: signed requests, reading keys and client certificates, each with the scope that the route needs.
import { type Admission, type Arrival, type Caller, type GivenAnswer, type Machines, type Route } from '../../platform/http/index.ts'; // prettier-ignore
import { type Clock } from '../../platform/instant.ts';
import { type Permissions } from '../../platform/permissions/actions.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type AnswerKey } from './answer-key.ts';
import { admitSigned, ourSignature } from './admit-signed.ts';
import { type Certificates } from './certificates/certificates.ts';
import { ClosedParticipants } from './closed-participants.ts';
import { hashSecret } from './hash-secret.ts';
import { READING_PREFIX } from './key.ts';
import { type KnownKey, KnownKeys } from './known-keys.ts';
import { MessageSigning } from './message-signers.ts';
import { Nonces } from './nonces.ts';

export interface AccessOptions {
  readonly pool: Pool;
  /** The time of the world, not of the business day: machines sign by it. */
  readonly clock: Clock;
  readonly answerKey: AnswerKey;
  /** What the scopes of keys name. */
  readonly permissions: Permissions;
  readonly certificates: Certificates;
}

export class Access implements Machines {
  readonly keys: KnownKeys;
  readonly closed: ClosedParticipants;
  readonly nonces: Nonces;
  readonly messageSigning: MessageSigning;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly answerKey: AnswerKey;
  readonly permissions: Permissions;
  readonly certificates: Certificates;

  constructor({ pool, clock, answerKey, permissions, certificates }: AccessOptions) {
    this.pool = pool;
    this.clock = clock;
    this.answerKey = answerKey;
    this.permissions = permissions;
    this.certificates = certificates;
    this.keys = new KnownKeys(pool, clock);
    this.closed = new ClosedParticipants(pool, clock);
    this.nonces = new Nonces(pool, clock);
    this.messageSigning = new MessageSigning(pool, clock);
  }

  async admit(arrival: Arrival, route: Route, environment = 'live'): Promise<Admission | undefined> {
    if (arrival.certificate !== undefined) return this.#admitMutual(arrival, route, environment);
    const { headers } = arrival;
    const isSigned = headers['signature-input'] !== undefined || headers.signature !== undefined;
    if (!isSigned) return this.#admitReader(arrival, route, environment);
    const signature = ourSignature(arrival);
    if (!signature) {
      if (headers.authorization === undefined) throw new Refusal('signature_missing');
      return this.#admitReader(arrival, route, environment);
    }
    if (headers.authorization !== undefined) {
      throw new Refusal('signature_malformed', { field: 'Authorization', details: { reason: 'named in two ways' } });
    }
    return this.#admitSigned(await admitSigned(this, arrival, signature), route, environment);
  }

  isStillIn(keyId: string): Promise<boolean> {
    return this.keys.isInForce(keyId);
  }

  async signAnswer(arrival: Arrival, answer: GivenAnswer): Promise<Record<string, string>> {
    const label = labelOf(arrival);
    return label === undefined ? {} : this.answerKey.sign(arrival, label, answer, this.clock);
  }

  /** What this process changed itself it need not wait to hear of. */
  forget(): void {
    this.keys.forget();
    this.closed.forget();
    this.certificates.forget();
  }

  end(): void {
    this.nonces.end();
  }

  async #admitReader(arrival: Arrival, route: Route, environment: string): Promise<Admission | undefined> {
    const { authorization } = arrival.headers;
    if (!authorization?.startsWith(`Bearer ${READING_PREFIX}`)) return undefined;
    const secretHash = hashSecret(authorization.slice('Bearer '.length));
    return this.#admitted(await this.keys.require({ secretHash }, arrival.address), route, environment);
  }

  #admitSigned({ key, checkBody }: Signed, route: Route, environment: string): Admission {
    return { ...this.#admitted(key, route, environment), ...(checkBody ? { checkBody } : {}) };
  }

  /**
   * Over mutual TLS the certificate says who asks. A request that is signed as well comes by its signing key, which must be
   * the same organisation's. Looked at anew for each request: a connection outlives no revocation.
   */
  async #admitMutual(arrival: Arrival, route: Route, environment: string): Promise<Admission> {
    const { certificate, headers, address } = arrival;
    if (!certificate) {
      if (route.may.includes('nobody')) return { caller: { kind: 'nobody' } };
      throw new Refusal('certificate_missing');
    }
    if (!certificate.isTrusted) throw new Refusal('certificate_untrusted');
    const key = await this.keys.require({ certificateHash: certificate.hash }, address);
    const signature = ourSignature(arrival);
    if (headers.authorization !== undefined) throw new Refusal('certificate_not_alone', { field: 'Authorization' });
    if (!signature) return this.#admitted(key, route, environment);
    const signed = await admitSigned(this, arrival, signature);
    if (signed.key.organisationId !== key.organisationId) throw new Refusal('certificate_not_alone');
    return this.#admitSigned(signed, route, environment);
  }

  #admitted(key: KnownKey, route: Route, environment: string): Admission {
    if (key.environment !== environment) {
      throw new Refusal('key_of_other_environment', { details: { key: key.id, environment: key.environment } });
    }
    if (environment === 'live' && !key.isLiveOpen) throw new Refusal('live_not_open', { details: { key: key.id } });
    const { actions, actionOf } = this.permissions;
    const action = actionOf(route);
    const scope = action !== undefined && actions[action]!.isForMachines ? action : undefined;
    const isOpen = route.may.includes('nobody');
    if (!isOpen && (scope === undefined || !key.scopes.has(scope))) {
      throw new Refusal('scope_missing', { details: { key: key.id, ...(scope ? { scope } : {}) } });
    }
    this.keys.markUsed(key.id);
    return { caller: callerOf(key) };
  }
}

type Signed = Awaited<ReturnType<typeof admitSigned>>;

function callerOf({ id: keyId, organisationId, organisationKind, participantId }: KnownKey): Caller {
  const actor = `${organisationId} ${keyId}`;
  if (organisationKind === 'central-bank') return { kind: 'operator', actor, keyId };
  if (participantId !== null) return { kind: 'participant', actor, participantId, keyId };
  return { kind: 'organisation', actor, organisationId, keyId };
}

/** Undefined when the request's signature cannot be named: its refusal goes out unsigned. */
function labelOf(arrival: Arrival): string | undefined {
  try {
    return ourSignature(arrival)?.label;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
