// The same API on a second port, over TLS 1.3 that asks every peer for a certificate. A handshake is never refused for what
// is shown or not shown in it: who may come in is decided for each request, and its refusal says why.
import { createServer, type Server } from 'node:https';
import { type Socket } from 'node:net';
import { type FastifyInstance, type FastifyRequest } from 'fastify';

export interface MutualTlsOptions {
  readonly port: number;
  /** The address to listen on. */
  readonly address: string;
  /** Names and addresses that a request may call us by. */
  readonly names: readonly string[];
  /** PEM: our certificate with what issued it, and its key. */
  readonly certificate: string;
  readonly key: string;
  /** PEM: who may have issued the certificates of peers. */
  readonly authorities: readonly string[];
}

export interface MutualTls {
  readonly port: number;
  /** For connections from now on. */
  renew(given: Pick<MutualTlsOptions, 'certificate' | 'key'>): void;
  /** What is being worked on has a moment to end. */
  close(): Promise<void>;
}

const HANDSHAKE_MS = 10_000;
const CLOSE_GRACE_MS = 1_000;
const namesBySocket = new WeakMap<Socket, readonly string[]>();

export async function listenMutual(app: FastifyInstance, options: MutualTlsOptions): Promise<MutualTls> {
  const fixed = {
    ca: [...options.authorities],
    // An operator may name the authority that issues, without the root above it.
    allowPartialTrustChain: true,
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3' as const,
    handshakeTimeout: HANDSHAKE_MS,
  };
  const server = createServer({ ...fixed, cert: options.certificate, key: options.key }, (request, response) =>
    app.routing(request, response),
  );
  server.requestTimeout = app.server.requestTimeout;
  server.on('secureConnection', (socket) => namesBySocket.set(socket, options.names));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.address, resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    renew: ({ certificate, key }) => server.setSecureContext({ ...fixed, cert: certificate, key }),
    close: () => close(server),
  };
}

/** None for a request that came another way. */
export const mutualNamesOf = ({ raw }: FastifyRequest): readonly string[] => namesBySocket.get(raw.socket) ?? [];

function close(server: Server): Promise<void> {
  setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS).unref();
  return new Promise((resolve) => server.close(() => resolve()));
}
