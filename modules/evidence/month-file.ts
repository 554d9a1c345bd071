// A month of the evidence for one organisation, a line of JSON each: the signed tree head at its end, every leaf that concerns the
// organisation with its inclusion proof in that tree, and a last line in which the house signs all lines before it.
import { createHash, sign, verify } from 'node:crypto';
import { type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { readSpan, readStoredLeaves, type StoredLeaf } from './export.ts';
import { type OwnPart, ownPartOf, readOwnRows, type Whose } from './own-rows.ts';
import { readHead, readKeyLeaves } from './reads.ts';
import { readInclusionProof, type Reader } from './stored-tree.ts';
import { publicKeyOf, type SigningKey } from './tree-head.ts';
import { readWitness } from './witness.ts';

export type MonthLine =
  | {
      readonly type: 'begin';
      readonly version: 1;
      readonly kind: 'organisation-month';
      readonly origin: string;
      readonly book: number;
      readonly organisation: string;
      readonly participant: string;
      readonly month: string;
      /** The tree in which every leaf is proved. */
      readonly size: number;
      readonly head: string;
      /** Records of the keys up to there, oldest first. */
      readonly keys: readonly string[];
    }
  | ({
      readonly type: 'leaf';
      readonly leaf: number;
      readonly record: string;
      /** Hexadecimal, from the leaf up. */
      readonly proof: readonly string[];
    } & Partial<OwnPart>)
  | { readonly type: 'end'; readonly leaves: number; readonly keyId: string; readonly signature: string };

export interface MonthAsked extends Whose {
  /** `2027-04`. */
  readonly month: string;
  readonly from: Instant;
  readonly to: Instant;
}

const LEAVES_A_READ = 128;

/** What the last line's signature is over. */
export const monthText = (
  origin: string,
  organisation: string,
  month: string,
  leaves: number,
  sha256: string,
): Buffer => Buffer.from(`feiqian evidence month\n${origin}\n${organisation}\n${month}\n${leaves}\n${sha256}\n`);

export const isMonthSigned = (publicKey: string, text: Buffer, signature: string): boolean =>
  verify(null, text, publicKeyOf(publicKey), Buffer.from(signature, 'base64'));

/** One snapshot, a few leaves at a time. `signer` signs the end. */
export async function* exportMonth(
  pool: Pool,
  bookId: number,
  asked: MonthAsked,
  signer: SigningKey,
): AsyncGenerator<MonthLine> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield* monthOf(client, bookId, asked, signer);
    await client.query('commit');
    isClean = true;
  } finally {
    client.release(!isClean);
  }
}

async function* monthOf(
  client: Reader,
  bookId: number,
  asked: MonthAsked,
  signer: SigningKey,
): AsyncGenerator<MonthLine> {
  const { organisationId: organisation, participantId: participant, month } = asked;
  const { origin, first, beyond } = await readSpan(client, bookId, asked);
  const head = beyond === 0 ? '' : (await readHead(client, bookId, beyond))!;
  const keys = (await readKeyLeaves(client, bookId)).filter(({ leaf }) => leaf < beyond).map(({ record }) => record);
  const hash = createHash('sha256');
  const said = <Line extends MonthLine>(line: Line): Line => {
    hash.update(`${JSON.stringify(line)}\n`);
    return line;
  };
  const whose = { organisation, participant, month, size: beyond, head, keys };
  yield said({ type: 'begin', version: 1, kind: 'organisation-month', origin, book: bookId, ...whose });
  let leaves = 0;
  for (let at = first; at < beyond; at += LEAVES_A_READ) {
    const stored = await readStoredLeaves(client, bookId, at, Math.min(beyond, at + LEAVES_A_READ));
    for (const { leaf, record, part } of await concerning(client, bookId, stored, asked)) {
      const proof = await readInclusionProof(client, bookId, leaf, beyond);
      leaves += 1;
      yield said({
        type: 'leaf',
        leaf,
        record,
        proof: proof.map((each) => Buffer.from(each).toString('hex')),
        ...part,
      });
    }
  }
  const text = monthText(origin, organisation, month, leaves, hash.digest('hex'));
  const signature = sign(null, text, signer.privateKey).toString('base64');
  yield { type: 'end', leaves, keyId: signer.id, signature };
}

async function concerning(
  client: Reader,
  bookId: number,
  stored: readonly StoredLeaf[],
  whose: Whose,
): Promise<{ leaf: number; record: string; part: OwnPart | undefined }[]> {
  const digests = stored.map(({ record, witness }) => {
    const found = readWitness(record, witness);
    return Array.isArray(found) ? found : [];
  });
  const own = await readOwnRows(client, bookId, digests.flat(), whose);
  return stored.flatMap(({ leaf, record, participantId }, index) => {
    const part = ownPartOf(digests[index]!, own);
    const isAbout = participantId !== null && participantId === whose.participantId;
    return part || isAbout ? [{ leaf, record, part }] : [];
  });
}
