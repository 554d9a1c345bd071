// Receives webhooks: proves each, does its work once, answers. `receive-webhooks.md` tells it in words.
//   npx tsx docs/how-to/receiver.ts PORT SECRET
import { createServer } from 'node:http';
import { verifyWebhook, WebhookNotProven } from '../../client/index.ts';

const [port = '8200', secret = ''] = process.argv.slice(2);
/** In a table with a unique key, in the transaction that does the work: a memory forgets. */
const done = new Set<string>();

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    // The bytes as they came.
    const { id, type, data } = await verifyWebhook(request.headers, Buffer.concat(parts), secret);
    console.log(done.has(id) ? `again ${id}` : `${type} ${JSON.stringify(data)}`);
    done.add(id);
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof WebhookNotProven)) throw error;
    console.log(`not proven: ${error.message}`);
    response.writeHead(401).end();
  }
});
server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
