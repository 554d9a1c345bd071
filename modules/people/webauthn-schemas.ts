// What goes between a browser's authenticator and us, as the library and the standard have it (WebAuthn Level 3, 5.1.8).
// Each text is checked where it is read; here is only that it is one, and not endless.
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { type TProperties, Type } from '@sinclair/typebox';

const text = Type.String({ maxLength: 20_000 });

const credential = <Response extends TProperties>(response: Response) =>
  Type.Object({
    id: Type.String({ maxLength: 2_000 }),
    rawId: Type.String({ maxLength: 2_000 }),
    type: Type.Unsafe<'public-key'>({ type: 'string', enum: ['public-key'] }),
    authenticatorAttachment: Type.Optional(Type.String({ maxLength: 40 })),
    clientExtensionResults: Type.Record(Type.String(), Type.Unknown()),
    response: Type.Object(response),
  });

export const AssertionSchema = Type.Unsafe<AuthenticationResponseJSON>({
  ...credential({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: Type.Optional(text),
  }),
  title: 'PasskeyAnswer',
  description: 'An AuthenticationResponseJSON.',
});

export const AttestationSchema = Type.Unsafe<RegistrationResponseJSON>({
  ...credential({
    clientDataJSON: text,
    attestationObject: text,
    authenticatorData: Type.Optional(text),
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })),
    publicKey: Type.Optional(text),
    publicKeyAlgorithm: Type.Optional(Type.Integer()),
  }),
  title: 'NewPasskey',
  description: 'A RegistrationResponseJSON.',
});

export const RequestOptionsSchema = Type.Unsafe<PublicKeyCredentialRequestOptionsJSON>({
  type: 'object',
  title: 'PasskeyQuestion',
  description: 'A PublicKeyCredentialRequestOptionsJSON, for navigator.credentials.get.',
  properties: { challenge: { type: 'string' }, rpId: { type: 'string' } },
  required: ['challenge'],
});

export const CreationOptionsSchema = Type.Unsafe<PublicKeyCredentialCreationOptionsJSON>({
  type: 'object',
  title: 'NewPasskeyQuestion',
  description: 'A PublicKeyCredentialCreationOptionsJSON, for navigator.credentials.create.',
  properties: { challenge: { type: 'string' } },
  required: ['challenge'],
});
