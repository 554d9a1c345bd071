// Serves the built console: its files, and index.html for every address that is a page of it.
import { extname } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

export async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, dotfiles: 'ignore' });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (path === '/v1' || path.startsWith('/v1/')) throw new Refusal('path_not_found');
    if (extname(path) !== '' && path !== '/index.html') {
      // Names of built files carry a hash of what is in them.
      reply.header('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      return reply.sendFile(decodeURIComponent(path.slice(1)));
    }
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html');
  });
}
