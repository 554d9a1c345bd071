// Passkeys by WebAuthn: always with user verification, always discoverable, so that nobody types who they are. What is
// verified is the library's affair; here is what we ask for and what we make of a wrong answer.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { MICROS_PER_MS } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Asked, issueChallenge, takeChallenge } from './challenges.ts';
import { type People } from './people.ts';

export interface PasskeyOwner {
  readonly login: string;
  readonly name: string;
  readonly userHandle: Buffer;
  /** Credential ids that are not to be enrolled again. */
  readonly enrolled: readonly string[];
}

export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly isSynced: boolean;
}

export interface KnownPasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly userHandle: Buffer;
}

export async function askForPasskey(
  people: People,
  { login, name, userHandle, enrolled }: PasskeyOwner,
  asked: Asked,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { site, limits } = people;
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: site.domain,
    userName: login,
    userDisplayName: name,
    userID: new Uint8Array(userHandle),
    challenge: bytesOf(await issueChallenge(people, asked)),
    timeout: limits.challenge / MICROS_PER_MS,
    attestationType: 'none',
    excludeCredentials: enrolled.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Refuses `challenge_over`, `passkey_wrong`. */
export async function takePasskey(
  people: People,
  response: RegistrationResponseJSON,
  asked: Asked,
): Promise<NewPasskey> {
  const { site } = people;
  const expectedChallenge = await takeChallenge(people, response.response.clientDataJSON, asked);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.domain,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) throw new Refusal('passkey_wrong', { field: '/response' });
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    isSynced: credentialBackedUp,
  };
}

export const askToSignIn = (people: People) => askForAnswer(people, { purpose: 'sign-in' });

export async function askForAnswer(people: People, asked: Asked): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { site, limits } = people;
  return generateAuthenticationOptions({
    rpID: site.domain,
    challenge: bytesOf(await issueChallenge(people, asked)),
    timeout: limits.challenge / MICROS_PER_MS,
    userVerification: 'required',
  });
}

/** The counter after this use; undefined when the answer is not that passkey's, made here, with its user verified. */
export async function checkPasskey(
  { site }: People,
  { credentialId, publicKey, counter, transports, userHandle }: KnownPasskey,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
): Promise<number | undefined> {
  const { userHandle: given } = response.response;
  if (given && given !== userHandle.toString('base64url')) return undefined;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.domain,
    requireUserVerification: true,
    credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports: [...transports] },
  }).catch(() => undefined);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'));
