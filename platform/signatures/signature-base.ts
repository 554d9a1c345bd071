// The signature base of RFC 9421, section 2.5: what is signed, a line a component. For both ends of the exchange, and
// without a runtime's own functions, so that it is the same in a browser.
import { parseDictionary, serializeInnerList, serializeItem } from 'structured-headers';
import { type Component, SignatureMalformed } from './signature-input.ts';

/** The fields of a message: all lines of one name, joined by ", ", each without whitespace around it. */
export type Fields = (name: string) => string | undefined;

export interface SignedRequest {
  readonly method: string;
  /** `http` or `https`. */
  readonly scheme: string;
  /** As in the field Host. */
  readonly host: string;
  /** Path and query as they go over the wire. */
  readonly target: string;
  readonly fields: Fields;
}

export interface SignedAnswer {
  readonly status: number;
  readonly fields: Fields;
  /** What it answers. */
  readonly request: SignedRequest;
}

/** A covered component that the message does not have. */
export class ComponentMissing extends Error {}

type Signed = { readonly components: readonly Component[]; readonly parametersText: string };

/** Throws ComponentMissing, or SignatureMalformed for a component that a request does not have by the standard. */
export function requestBase(signed: Signed, request: SignedRequest): string {
  return baseOf(signed, (component) => {
    if (component.ofRequest) throw new SignatureMalformed('a request answers no request');
    return requestValue(component, request);
  });
}

/** The same for an answer; components marked `;req` are those of its request. */
export function answerBase(signed: Signed, { status, fields, request }: SignedAnswer): string {
  return baseOf(signed, (component) => {
    if (component.ofRequest) return requestValue(component, request);
    if (component.name === '@status') return String(status);
    return component.name.startsWith('@') ? unknown(component) : fieldValue(component, fields);
  });
}

function baseOf({ components, parametersText }: Signed, valueOf: (component: Component) => string | undefined): string {
  let base = '';
  for (const component of components) {
    const value = valueOf(component);
    if (value === undefined) throw new ComponentMissing(component.name);
    base += `${component.text}: ${value}\n`;
  }
  return `${base}"@signature-params": ${parametersText}`;
}

function requestValue(component: Component, { method, scheme, host, target, fields }: SignedRequest) {
  const { name } = component;
  if (!name.startsWith('@')) return fieldValue(component, fields);
  const query = target.indexOf('?');
  switch (name) {
    case '@method':
      return method;
    case '@target-uri':
      return `${scheme}://${authorityOf(scheme, host)}${target}`;
    case '@authority':
      return authorityOf(scheme, host);
    case '@scheme':
      return scheme;
    case '@request-target':
      return target;
    case '@path':
      return query < 0 ? target : target.slice(0, query);
    case '@query':
      return query < 0 ? '?' : target.slice(query);
    default:
      return unknown(component);
  }
}

/** In small letters, without the scheme's own port. (RFC 9421, section 2.2.3) */
function authorityOf(scheme: string, host: string): string {
  return host.toLowerCase().replace(scheme === 'https' ? /:443$/ : /:80$/, '');
}

function fieldValue({ name, key }: Component, fields: Fields): string | undefined {
  const value = fields(name);
  if (value === undefined || key === undefined) return value;
  const member = readMember(name, value, key);
  if (member === undefined) return undefined;
  const [inner, parameters] = member;
  return Array.isArray(inner) ? serializeInnerList([inner, parameters]) : serializeItem([inner, parameters]);
}

function readMember(name: string, value: string, key: string) {
  try {
    return parseDictionary(value).get(key);
  } catch {
    throw new SignatureMalformed(`the field ${name} is not a dictionary`);
  }
}

function unknown({ name }: Component): never {
  throw new SignatureMalformed(`the component "${name}" is not supported`);
}
