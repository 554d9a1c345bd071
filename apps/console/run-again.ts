// The same request again, in the institution's sandbox and as who has signed in. What names a message once and for all is
// made anew: else the answer would be the one that was given then.
import { type LoggedRequestDetail } from '../../client/index.ts';

export interface RunAgain {
  readonly sent: string | null;
  readonly status: number;
  readonly requestId: string;
  readonly answered: string;
}

export async function runAgain(request: LoggedRequestDetail, organisationId: string): Promise<RunAgain> {
  if (isSigned(request)) throw new Error('A signed message is not sent again.');
  const { method, target, asked, askedType, idempotencyKey } = request;
  const type = askedType ?? 'application/json';
  return sendToSandbox(organisationId, {
    method,
    path: target.replace(/^\/(sandbox|certification)\/[^/?]+/, ''),
    body: asked === null ? undefined : { type, text: withNewNames(asked, type) },
    isIdempotent: idempotencyKey !== null,
  });
}

export interface Asking {
  readonly method: string;
  /** Path and query below the sandbox. */
  readonly path: string;
  readonly body: { readonly type: string; readonly text: string } | undefined;
  /** Under an idempotency key of its own. */
  readonly isIdempotent?: boolean;
}

export async function sendToSandbox(organisationId: string, { method, path, body, isIdempotent }: Asking): Promise<RunAgain> {
  const answer = await fetch(`/sandbox/${encodeURIComponent(organisationId)}${path}`, {
    method,
    headers: {
      ...(body ? { 'content-type': body.type } : {}),
      ...(isIdempotent ? { 'idempotency-key': crypto.randomUUID() } : {}),
    },
    ...(body ? { body: body.text } : {}),
  });
  const requestId = answer.headers.get('x-request-id') ?? '';
  return { sent: body?.text ?? null, status: answer.status, requestId, answered: await answer.text() };
} // prettier-ignore

/** Its own names alone: those of the message it is about keep theirs. */
export function withNewNames(body: string, type: string): string {
  if (type.includes('json')) return body;
  const name = `R${crypto.randomUUID().replaceAll('-', '').slice(0, 30)}`;
  return body
    .replace(/(<(?:\w+:)?(?:MsgId|BizMsgIdr)>)[^<]*(<)/g, `$1${name}$2`)
    .replace(
      /(<(?:\w+:)?UETR>)[^<]*(<)/g,
      (_whole, open: string, end: string) => `${open}${crypto.randomUUID()}${end}`,
    );
}

/** Whether there was a body that the log does not have. */
export const isBodyMissing = ({ bytesIn, asked }: LoggedRequestDetail): boolean => bytesIn > 0 && asked === null;

/** Whether the message carries an XML signature: new names would break it, and only who signed it can sign again. */
export const isSigned = ({ asked }: Pick<LoggedRequestDetail, 'asked'>): boolean =>
  asked !== null &&
  /<(?:[^\s<>/]+:)?Signature[\s>]/.test(asked) &&
  asked.includes('http://www.w3.org/2000/09/xmldsig#');
