// The browser's side of passkeys, and what went wrong there in words: the standard's errors are names for programmers.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { api } from './api.ts';
import { ProblemError } from '../../client/index.ts';

export const hasPasskeys = browserSupportsWebAuthn;

type Registered = Awaited<ReturnType<typeof startRegistration>>;
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

export async function signInWithPasskey() {
  const options = (await api.signIn.ask()) as unknown as RequestOptions;
  const response = await inWords(startAuthentication({ optionsJSON: options }));
  return api.signIn.finish({ response: response as never });
}

/** That it is oneself: a passkey one has answers a question asked just now. */
export async function showPasskey() {
  const options = (await api.me.askToConfirm()) as unknown as RequestOptions;
  return inWords(startAuthentication({ optionsJSON: options }));
}

/** One's passkey over a request and the hash that was on the screen: 16 and 32 bytes, read from hexadecimal. */
export async function approveWithPasskey(requestId: string, hash: string) {
  const bytes = (requestId.replaceAll('-', '') + hash)
    .match(/../g)!
    .map((pair) => String.fromCharCode(parseInt(pair, 16)));
  const challenge = btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const options = { challenge, rpId: window.location.hostname, userVerification: 'required' } as const;
  return inWords(startAuthentication({ optionsJSON: options }));
}

export async function makePasskey(options: object): Promise<Registered> {
  return inWords(startRegistration({ optionsJSON: options as CreationOptions }));
}

async function inWords<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw new ProblemError(problemOf(cause), { cause });
  }
}

function problemOf(cause: unknown) {
  const code = cause instanceof WebAuthnError ? cause.code : '';
  const name = cause instanceof Error ? cause.name : '';
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    return problem(
      'passkey-known',
      'This device has a passkey of yours already. Choose another device.',
      '该设备上已有您的通行密钥，请选择其他设备。',
    );
  }
  if (name === 'SecurityError' || code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') {
    return problem(
      'passkey-address',
      'Passkeys do not work at this address. Open the console by its name, not by an IP address.',
      '此地址无法使用通行密钥，请使用域名而非 IP 地址打开控制台。',
    );
  }
  if (name === 'NotAllowedError' || name === 'AbortError') {
    return problem(
      'passkey-cancelled',
      'No passkey was given: it was cancelled, took too long, or there is none for this address here. Nothing was changed.',
      '未收到通行密钥：操作已取消、超时，或此处没有适用于本地址的通行密钥。未作任何变更。',
    );
  }
  return problem(
    'passkey-failed',
    'The browser could not use a passkey here. Try again, or another device.',
    '浏览器无法使用通行密钥，请重试或更换设备。',
  );
}

const problem = (code: string, detail: string, detailZh: string) => ({
  type: 'about:blank',
  title: 'The passkey was not used',
  status: 0,
  code,
  detail,
  detailZh,
  requestId: '',
});
