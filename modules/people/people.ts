// What this office needs at hand: the database, the time of the world, the address people sign in at.
import { type Clock } from '../../platform/instant.ts';
import { type AllowedHosts, type Resolve, resolveHost } from '../../platform/outward/addresses.ts';
import { type SecretBox } from '../../platform/outward/secret-box.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { LIMITS, type Limits } from './limits.ts';

/** Where people sign in. Passkeys are bound to the domain: a name, not an IP address (WebAuthn, 5.1.2). */
export interface Site {
  /** Shown by authenticators. */
  readonly name: string;
  /** `localhost`; the relying party's id. */
  readonly domain: string;
  /** `http://localhost:8120`; no answer of a passkey counts that was made elsewhere. */
  readonly origin: string;
  readonly cookie: string;
}

export interface People {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly site: Site;
  readonly limits: Limits;
  /** Login names that one click lets in; on loopback and in the demo alone. */
  readonly demoLogins: readonly string[];
  /** Seals the secrets of providers. */
  readonly box: SecretBox;
  /** Hosts of providers that may be inside our own network, and without TLS. */
  readonly allowedHosts: AllowedHosts;
  readonly resolve: Resolve;
}

export const openPeople = (given: Omit<People, Usual> & Partial<Pick<People, Usual>>): People => ({
  limits: LIMITS,
  demoLogins: [],
  allowedHosts: [],
  resolve: resolveHost,
  ...given,
});

type Usual = 'limits' | 'demoLogins' | 'allowedHosts' | 'resolve';

/** The site of a server on this machine. */
export function localSite(port: number, name: string): Site {
  return { name, domain: 'localhost', origin: `http://localhost:${port}`, cookie: `feiqian_session_${port}` };
}
