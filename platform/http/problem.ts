// Turns every error into an RFC 9457 problem: refusals with their texts, the framework's complaints as refusals of the
// edge, and everything else as a fault that tells the caller nothing but the request id.
import { Refusal, type RefusalTexts } from '../refusal.ts';
import { type Problem } from './schemas.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers the problem, and whether it is a fault to be recorded. */
export function problemOf(
  error: unknown,
  texts: RefusalTexts,
  requestId: string,
): { problem: Problem; isFault: boolean } {
  const refusal = error instanceof Refusal ? error : refusalOfFramework(error);
  const text = refusal && texts[refusal.code];
  const isFault = !text;
  const code = isFault ? 'fault' : refusal.code;
  const { status, en, zh } = text ?? texts.fault!;
  const problem: Problem = {
    type: `urn:feiqian:problem:${code}`,
    title: titleOf(code),
    status,
    code,
    detail: en,
    detailZh: zh,
    requestId,
  };
  if (!isFault && refusal.field !== undefined) problem.field = refusal.field;
  if (!isFault && Object.keys(refusal.details).length > 0) problem.details = { ...refusal.details };
  return { problem, isFault };
}

/** 'payment_not_found' is "Payment not found". */
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface FrameworkError {
  code?: string;
  statusCode?: number;
  message?: string;
  validation?: { keyword: string; instancePath: string; params: Record<string, unknown>; message?: string }[];
  validationContext?: string;
}

function refusalOfFramework(error: unknown): Refusal | undefined {
  const given = (error ?? {}) as FrameworkError;
  if (given.validation?.[0]) return refusalOfValidation(given.validation[0], given.validationContext);
  if (given.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal('media_type_unknown');
  if (given.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('body_too_large');
  const isCallers = given.statusCode !== undefined && given.statusCode >= 400 && given.statusCode < 500;
  if (!isCallers) return undefined;
  return new Refusal('malformed_request', given.message ? { details: { reason: given.message } } : {});
}

function refusalOfValidation(
  { keyword, instancePath, params, message }: NonNullable<FrameworkError['validation']>[number],
  part: string | undefined,
): Refusal {
  const member = keyword === 'required' ? params.missingProperty : params.additionalProperty;
  const pointer = typeof member === 'string' ? `${instancePath}/${member}` : instancePath;
  // A member of the address is '?limit'; one of the body is a JSON pointer.
  const field = part === 'querystring' ? `?${pointer.slice(1)}` : pointer;
  const reason = keyword === 'additionalProperties' ? 'is not known here' : message;
  return new Refusal('malformed_request', {
    ...(field ? { field } : {}),
    ...(reason ? { details: { reason } } : {}),
  });
}
