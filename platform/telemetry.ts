// What the program tells whoever watches it: spans of what takes time, and trouble in words. By OpenTelemetry's API, which
// does nothing until a program that runs it sends them somewhere (`apps/server/telemetry.ts`).
import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';
import { logs, SeverityNumber } from '@opentelemetry/api-logs';

const tracer = trace.getTracer('feiqian');

/** A span around the work, within whatever span is open; `found` is asked once it is done. Costs next to nothing while nobody listens. */
export function traced<Result>(
  name: string,
  work: () => Promise<Result>,
  { root = false, found }: { readonly root?: boolean; readonly found?: () => Attributes } = {},
): Promise<Result> {
  const span = tracer.startSpan(name, { root });
  if (!span.isRecording()) return work();
  return work().then(
    (result) => {
      if (found) span.setAttributes(found());
      span.end();
      return result;
    },
    (error: unknown) => {
      span.setStatus({ code: SpanStatusCode.ERROR, message: wordsOf(error) });
      span.end();
      throw error;
    },
  );
}

/** A sentence for whoever runs the program: on its standard error, and to the log it sends. */
export function tellTrouble(what: string, cause?: unknown, attributes: Attributes = {}): void {
  console.error(cause === undefined ? what : `${what}: ${wordsOf(cause)}`);
  emit(SeverityNumber.WARN, what, cause, attributes);
}

/** A fault of ours, with where it came from. */
export function tellFault(what: string, cause: unknown, attributes: Attributes = {}): void {
  console.error(`${what}:`, cause);
  emit(SeverityNumber.ERROR, what, cause, attributes);
}

function emit(severityNumber: SeverityNumber, what: string, cause: unknown, attributes: Attributes): void {
  const error = cause instanceof Error ? cause : undefined;
  logs.getLogger('feiqian').emit({
    severityNumber,
    severityText: SeverityNumber[severityNumber]!,
    body: what,
    attributes: {
      ...attributes,
      ...(cause === undefined ? {} : { 'exception.message': wordsOf(cause) }),
      ...(error ? { 'exception.type': error.name, 'exception.stacktrace': error.stack ?? '' } : {}),
    },
  });
}

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
