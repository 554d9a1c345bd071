// What approving an act about keys would change, as its approver sees it.
import { type Difference } from '../../platform/http/index.ts';
import { type GivenCredential, type NewKey } from './change-keys.ts';
import { type KeyJson } from './key.ts';

const line = (en: string, zh: string, before: string | null, after: string | null): Difference => ({
  field: { en, zh },
  kind: 'text',
  before,
  after,
});

const kindOf = ({ publicKey, certificateRequest, certificate }: GivenCredential): string => {
  if (publicKey !== undefined) return 'signing 签名';
  return certificateRequest === undefined && certificate === undefined ? 'reading 只读' : 'certificate 证书';
};

export function registrationDifference(organisationId: string, given: NewKey): Difference[] {
  const { label, environment, scopes, addresses, expiresAt } = given;
  return [
    line('Organisation', '机构', organisationId, organisationId),
    line('Key', '密钥', null, `${label} (${kindOf(given)})`),
    line('Environment', '环境', null, environment),
    line('Scopes', '权限范围', null, scopes.join(' ')),
    ...(addresses.length > 0 ? [line('Networks', '来源网络', null, addresses.join(' '))] : []),
    ...(expiresAt === undefined ? [] : [line('Ends', '到期', null, expiresAt)]),
  ];
}

export function rotationDifference(
  { organisationId, id, label, scopes }: KeyJson,
  overlapSeconds: number,
): Difference[] {
  return [
    line('Organisation', '机构', organisationId, organisationId),
    line('Key, replaced by a successor', '密钥（由后继密钥替换）', `${label} (${id})`, label),
    line('Scopes', '权限范围', scopes.join(' '), scopes.join(' ')),
    line('Both work for, seconds', '新旧并用（秒）', null, String(overlapSeconds)),
  ];
}

export function signingDifference(organisationId: string, before: boolean, after: boolean): Difference[] {
  const word = (isRequired: boolean) => (isRequired ? 'required 必须' : 'optional 可选');
  return [
    line('Organisation', '机构', organisationId, organisationId),
    line('Signature of messages', '报文签名', word(before), word(after)),
  ];
}
