// Sends spans and trouble to a collector of OpenTelemetry by OTLP over HTTP, when one is named by the variables every such
// program knows: OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER_ARG (the share of traces that begin here;
// 1 by default). What a collector that is away cannot take is dropped; nothing here waits for it.
import { context, propagation, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';

export interface Telemetry {
  /** Sends what is left, for at most a second. */
  end(): Promise<void>;
}

const END_MS = 1_000;

/** Undefined when no collector is named: then nothing of it is loaded. */
export async function startTelemetry(version: string, env = process.env): Promise<Telemetry | undefined> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_SDK_DISABLED === 'true') return undefined;
  const [{ AsyncLocalStorageContextManager }, { OTLPTraceExporter }, { OTLPLogExporter }, sdk, { BatchLogRecordProcessor, LoggerProvider }, { resourceFromAttributes }, { W3CTraceContextPropagator }] =
    await Promise.all([
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/exporter-logs-otlp-http'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/sdk-logs'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
    ]); // prettier-ignore
  const resource = resourceFromAttributes({
    'service.name': env.OTEL_SERVICE_NAME ?? 'feiqian',
    'service.version': version,
    'process.pid': process.pid,
  });
  const share = Number(env.OTEL_TRACES_SAMPLER_ARG ?? 1);
  const tracing = new sdk.TracerProvider({
    resource,
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const logging = new LoggerProvider({
    resource,
    processors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(tracing);
  logs.setGlobalLoggerProvider(logging);
  return {
    end: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, END_MS).unref());
      const sent = Promise.allSettled([tracing.shutdown(), logging.shutdown()]);
      await Promise.race([sent, late]);
    },
  };
}
