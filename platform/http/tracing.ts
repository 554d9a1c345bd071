// A span for each request, within the caller's own when it sent a `traceparent` (W3C Trace Context); what a handler does
// stands within it. Names of attributes are those of OpenTelemetry's conventions for HTTP.
import { context, propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { declaredPath, refusalOf } from './answered.ts';

const spans = new WeakMap<FastifyRequest, Span>();

export function traceRequests(app: FastifyInstance): void {
  const tracer = trace.getTracer('feiqian');
  app.addHook('onRequest', (request, _reply, done) => {
    const span = tracer.startSpan(
      `${request.method} ${declaredPath(request)}`.trimEnd(),
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': request.method,
          'http.route': declaredPath(request),
          'feiqian.request_id': request.id,
        },
      },
      propagation.extract(ROOT_CONTEXT, request.headers),
    );
    if (span.isRecording()) spans.set(request, span);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    const code = refusalOf(request);
    if (code !== undefined) span?.setAttribute('error.type', code);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

/** Does the work within the request's span, when it has one. */
export function withinSpan<Result>(request: FastifyRequest, work: () => Result): Result {
  const span = spans.get(request);
  return span ? context.with(trace.setSpan(context.active(), span), work) : work();
}
