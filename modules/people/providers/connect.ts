// Speaks to a provider by OpenID Connect, through the library; each address it names is checked like any that others choose.
import * as oidc from 'openid-client';
import { AddressWrong, checkedFetch } from '../../../platform/outward/checked-fetch.ts';
import { isWrong, readUrl } from '../../../platform/outward/addresses.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type People } from '../people.ts';
import { type Provider } from './provider.ts';

/** Refuses `provider_address_wrong`, `provider_unreachable`, `provider_unsuitable`. */
export async function connect(people: People, given: Provider): Promise<oidc.Configuration> {
  const { allowedHosts, resolve } = people;
  const issuer = readUrl(given.issuer, allowedHosts);
  if (isWrong(issuer)) throw new Refusal('provider_address_wrong', { field: '/issuer', details: { reason: issuer } });
  // Without TLS only where the operator allowed the host, which `readUrl` has seen to.
  const plain = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const customFetch: oidc.CustomFetch = (url, { method, headers, body }) =>
    checkedFetch(url, { method, headers, body: body === null ? undefined : String(body ?? '') }, allowedHosts, resolve);
  const found = await oidc
    .discovery(issuer, given.clientId, undefined, oidc.None(), { execute: plain, [oidc.customFetch]: customFetch })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  const metadata = found.serverMetadata();
  requireSuitable(people, metadata);
  const configuration = new oidc.Configuration(
    metadata,
    given.clientId,
    given.clientSecret,
    authenticationOf(metadata, given),
  );
  configuration[oidc.customFetch] = customFetch;
  for (const extend of plain) extend(configuration);
  // The signature of the identity counts, not only the connection that it came over.
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** `client_secret_basic` when nothing is said (OpenID Connect Discovery, section 3). */
function authenticationOf(metadata: oidc.ServerMetadata, { clientSecret }: Provider): oidc.ClientAuth {
  const known = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return known.includes('client_secret_basic')
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret);
}

function requireSuitable({ allowedHosts }: People, metadata: oidc.ServerMetadata): void {
  const { authorization_endpoint: address, code_challenge_methods_supported: challenges } = metadata;
  const isGood =
    address !== undefined && !isWrong(readUrl(address, allowedHosts)) && (challenges?.includes('S256') ?? true);
  if (!isGood) throw new Refusal('provider_unsuitable', { field: '/issuer' });
}

/** Of what the library threw; what we refused on the way is its cause. */
export function refusalOf(error: unknown): Refusal {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddressWrong) {
      return new Refusal('provider_address_wrong', { field: '/issuer', details: { reason: cause.wrong } });
    }
  }
  return new Refusal('provider_unreachable', { field: '/issuer' });
}
