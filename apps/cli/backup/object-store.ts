// An object in a store that speaks S3's protocol: written in parts, so that nobody sees it before it is whole and its
// size need not be known; read as a stream. Keys and address come from the environment, by the names the AWS tools use.
import { AwsClient } from 'aws4fetch';

export interface StoredObject {
  readonly name: string;
  put(content: AsyncIterable<Uint8Array>): Promise<number>;
  abandon(): void;
  read(): AsyncGenerator<Uint8Array>;
}

/** A store takes at most 10,000 parts: with 32 MB each, 320 GB. */
const PART_BYTES = 32 << 20;
const MAX_PARTS = 10_000;
/** One after another, without a byte between them. */
const MAX_BREAKS = 5;

export const isObjectAddress = (text: string): boolean => text.startsWith('s3://');

export function objectAt(name: string): StoredObject {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(name) ?? [];
  if (bucket === undefined || key === undefined || key.endsWith('/'))
    throw new Error(`"${name}" names no object: it is like s3://bucket/folder/name.age.`);
  const { client, base } = storeOf(bucket);
  const address = `${base}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const ask = async (
    method: string,
    query = '',
    body?: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    let answer: Response;
    try {
      answer = await client.fetch(address + query, { method, headers, ...(body === undefined ? {} : { body }) });
    } catch (cause) {
      throw new Error(`The object store at ${base} cannot be reached.`, { cause });
    }
    if (answer.ok) return answer;
    const said = /<Code>(.*?)<\/Code>/.exec(await answer.text())?.[1] ?? `status ${answer.status}`;
    throw new Error(`The object store refused ${method} ${name}: ${said}.`);
  };
  let upload: string | undefined;
  const abort = async (): Promise<void> => {
    if (upload !== undefined) await ask('DELETE', `?uploadId=${encodeURIComponent(upload)}`).catch(() => undefined);
    upload = undefined;
  };
  const put = async (content: AsyncIterable<Uint8Array>): Promise<number> => {
    if (await exists(client, address)) throw new Error(`${name} exists already; a backup never writes over another.`);
    upload = tagIn(await (await ask('POST', '?uploads')).text(), 'UploadId');
    const query = `uploadId=${encodeURIComponent(upload)}`;
    const tags: string[] = [];
    let size = 0;
    for await (const part of partsOf(content)) {
      if (tags.length === MAX_PARTS) throw new Error('The backup is larger than an object store takes in parts.');
      const answer = await ask('PUT', `?partNumber=${tags.length + 1}&${query}`, part);
      tags.push(answer.headers.get('etag')!);
      size += part.length;
    }
    const list = tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`);
    const answer = await ask(
      'POST',
      `?${query}`,
      `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`,
    );
    // It may begin with 200 and fail later.
    if (/<Error>/.test(await answer.text())) throw new Error(`The object store could not put ${name} together.`);
    upload = undefined;
    return size;
  };
  return {
    name,
    abandon: () => void abort(),
    put: async (content) => {
      try {
        return await put(content);
      } finally {
        await abort();
      }
    },
    read: () => readOn((headers) => ask('GET', '', undefined, headers), name),
  };
}

/** A connection of hours breaks off now and then: then it is gone on with from there, on the same object. */
async function* readOn(
  ask: (headers: Record<string, string>) => Promise<Response>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  let tag = '';
  for (let failures = 0; ;) {
    const answer = await ask(tag === '' ? {} : { range: `bytes=${read}-`, 'if-match': tag });
    if (read > 0 && answer.status !== 206)
      throw new Error(`The object store does not go on with ${name} where it broke off.`);
    tag = answer.headers.get('etag') ?? '';
    try {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        read += chunk.length;
        failures = 0;
        yield chunk;
      }
      return;
    } catch (cause) {
      failures += 1;
      if (tag === '' || failures > MAX_BREAKS)
        throw new Error(`The object store broke off ${name} after ${read} bytes.`, { cause });
    }
  }
}

function storeOf(bucket: string): { client: AwsClient; base: string } {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env; // prettier-ignore
  if (!accessKeyId || !secretAccessKey)
    throw new Error('The object store asks for keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1';
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    service: 's3',
    region,
  });
  const base = endpoint ? `${endpoint.replace(/\/$/, '')}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`;
  return { client, base };
}

async function exists(client: AwsClient, address: string): Promise<boolean> {
  try {
    return (await client.fetch(address, { method: 'HEAD' })).ok;
  } catch {
    // Whoever asks next says why.
    return false;
  }
}

/** All of one size but the last. */
async function* partsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = Buffer.allocUnsafe(PART_BYTES);
  let used = 0;
  for await (let chunk of content) {
    while (chunk.length > 0) {
      const count = Math.min(chunk.length, PART_BYTES - used);
      part.set(chunk.subarray(0, count), used);
      used += count;
      chunk = chunk.subarray(count);
      if (used < PART_BYTES) continue;
      yield part;
      part = Buffer.allocUnsafe(PART_BYTES);
      used = 0;
    }
  }
  if (used > 0) yield part.subarray(0, used);
}

function tagIn(xml: string, tag: string): string {
  const [, value] = new RegExp(`<${tag}>(.*?)</${tag}>`).exec(xml) ?? [];
  if (value === undefined) throw new Error(`The object store did not answer with ${tag}.`);
  return value;
}
