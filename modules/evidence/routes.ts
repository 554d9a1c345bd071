// The evidence over HTTP. Heads, keys and proofs are for everyone: they tell nothing but hashes, and whoever doubts may
// come without asking. What the leaves say is for the operator.
import { Type } from '@sinclair/typebox';
import {
  decodeCursor,
  encodeCursor,
  listQuery,
  MomentSchema,
  OneOf,
  type Route,
  route,
} from '../../platform/http/index.ts';
import { parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';
import { type EvidenceDesk } from './evidence-desk.ts';
import { exportEvidence } from './export.ts';
import { type KeyFolder } from './keys.ts';
import { LEAF_KINDS } from './leaf.ts';
import { type LeafRead, readHead, readKeyLeaves, readLeaf, readLeaves } from './reads.ts';
import {
  ConsistencyProofSchema, InclusionProofSchema, KeysSchema, LeafPage, LeafSchema, SizeSchema, TreeHeadSchema,
} from './schemas.ts'; // prettier-ignore
import { readConsistencyProof, readInclusionProof, readRoot } from './stored-tree.ts';
import { keyIdOf, parseHead, publicKeyOf } from './tree-head.ts';

export interface EvidenceContext {
  readonly bookId: number;
  readonly pool: Pool;
  readonly writer: BookWriter<{ evidence: EvidenceDesk }>;
  readonly keys: KeyFolder;
}

const tag = 'evidence';
const everyone = ['nobody', 'participant', 'operator'] as const;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const leafJson = (leaf: LeafRead) => ({ ...leaf, hash: Buffer.from(leaf.hash, 'hex').toString('base64') });

export function evidenceRoutes(context: EvidenceContext): Route[] {
  return [...headRoutes(context), ...leafRoutes(context), ...keyRoutes(context)];
}

function headJson(note: string) {
  const { origin, size, root, commit, at, keyId } = parseHead(note)!;
  return { origin, size, root: base64(root), commit, at, keyId, note };
}

async function latestHead({ pool, bookId }: EvidenceContext, size?: number) {
  const note = await readHead(pool, bookId, size);
  if (note === undefined) throw new Refusal('tree_size_unknown', { field: '?size' });
  return headJson(note);
}

function headRoutes(context: EvidenceContext): Route[] {
  const { pool, bookId } = context;
  return [
    route({
      method: 'GET',
      path: '/v1/evidence/head',
      summary: {
        en: 'The latest signed tree head, or the first of at least so many leaves',
        zh: '最新的已签名树头，或至少含指定叶数的首个树头',
      },
      tag,
      may: everyone,
      refuses: ['tree_size_unknown'],
      query: Type.Object({ size: Type.Optional(SizeSchema) }),
      answer: TreeHeadSchema,
      handle: ({ query }) => latestHead(context, query.size),
    }),
    route({
      method: 'GET',
      path: '/v1/evidence/consistency',
      summary: { en: 'Proof that the tree of one size begins the tree of another', zh: '两个树之间的一致性证明' },
      tag,
      may: everyone,
      refuses: ['tree_size_unknown'],
      query: Type.Object({ first: SizeSchema, second: SizeSchema }),
      answer: ConsistencyProofSchema,
      handle: async ({ query: { first, second } }) => {
        const { size } = await latestHead(context);
        if (first > second || second > size)
          throw new Refusal('tree_size_unknown', { field: '?second', details: { size } });
        const proof = await readConsistencyProof(pool, bookId, first, second);
        const [firstRoot, secondRoot] = [await readRoot(pool, bookId, first), await readRoot(pool, bookId, second)];
        return {
          first,
          second,
          firstRoot: base64(firstRoot),
          secondRoot: base64(secondRoot),
          proof: proof.map(base64),
        };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/evidence/leaves/{leaf}/inclusion',
      summary: { en: 'Proof that a leaf is in the log', zh: '叶的包含证明' },
      description: {
        en: 'In the tree of the latest head, or of the first head of at least `size` leaves.',
        zh: '针对最新树头，或至少含 size 片叶的首个树头。',
      },
      tag,
      may: everyone,
      refuses: ['leaf_not_found', 'tree_size_unknown'],
      query: Type.Object({ size: Type.Optional(SizeSchema) }),
      answer: InclusionProofSchema,
      handle: async ({ params, query }) => {
        const found = await leafAt(context, params.leaf);
        const head = await latestHead(
          context,
          query.size === undefined ? undefined : Math.max(query.size, found.leaf + 1),
        );
        const proof = await readInclusionProof(pool, bookId, found.leaf, head.size);
        return { leaf: found.leaf, hash: leafJson(found).hash, size: head.size, proof: proof.map(base64), head };
      },
    }),
  ];
}

async function leafAt({ pool, bookId }: EvidenceContext, text: string): Promise<LeafRead> {
  const found = /^\d{1,15}$/.test(text) ? await readLeaf(pool, bookId, Number(text)) : undefined;
  if (!found) throw new Refusal('leaf_not_found', { field: '/leaf' });
  return found;
}

function leafRoutes(context: EvidenceContext): Route[] {
  const { pool, bookId } = context;
  return [
    route({
      method: 'GET',
      path: '/v1/evidence/leaves',
      summary: { en: 'Leaves of the log, oldest first', zh: '日志各叶' },
      tag,
      may: ['operator'],
      refuses: ['cursor_malformed'],
      query: listQuery({
        kind: Type.Optional(OneOf(LEAF_KINDS)),
        commit: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
        participant: Type.Optional(Type.String({ maxLength: 40 })),
      }),
      answer: LeafPage,
      handle: async ({ query: { kind, commit, participant: participantId, after, limit } }) => {
        const last = Number(decodeCursor(after, 1)?.[0] ?? -1);
        if (!Number.isSafeInteger(last)) throw new Refusal('cursor_malformed', { field: '?after' });
        const found = await readLeaves(pool, bookId, { from: last + 1, limit: limit + 1, kind, commit, participantId });
        const items = found.slice(0, limit).map(leafJson);
        return { items, next: found.length > limit ? encodeCursor([items.at(-1)!.leaf]) : null };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/evidence/leaves/{leaf}',
      summary: { en: 'One leaf', zh: '一片叶' },
      tag,
      may: ['operator'],
      refuses: ['leaf_not_found'],
      answer: LeafSchema,
      handle: async ({ params }) => leafJson(await leafAt(context, params.leaf)),
    }),
    route({
      method: 'GET',
      path: '/v1/evidence/export',
      summary: { en: 'The log as a file for outsiders', zh: '导出日志供外部核验' },
      description: {
        en: 'Lines of JSON: leaves with the rows they speak for, and the signed tree heads between them. `npx feiqian audit verify` checks it.',
        zh: '逐行 JSON：各叶及其所述的行，以及其间的已签名树头。用 npx feiqian audit verify 核验。',
      },
      tag,
      may: ['operator'],
      query: Type.Object({ from: Type.Optional(MomentSchema), to: Type.Optional(MomentSchema) }),
      answer: 'lines',
      handle: ({ query: { from, to } }) =>
        exportEvidence(pool, bookId, {
          from: from === undefined ? undefined : parseInstant(from),
          to: to === undefined ? undefined : parseInstant(to),
        }),
    }),
  ];
}

function keyRoutes({ pool, bookId, writer, keys }: EvidenceContext): Route[] {
  const readKeys = async () => {
    const leaves = await readKeyLeaves(pool, bookId);
    const found = leaves.map(({ leaf, record }) => {
      const { origin, key } = JSON.parse(record) as { origin: string; key: string };
      const publicKeyPem = publicKeyOf(key).export({ type: 'spki', format: 'pem' }) as string;
      return { origin, id: keyIdOf(origin, key), since: leaf, publicKeyPem };
    });
    const listed = found.map(({ id, since, publicKeyPem }, index) => ({
      id,
      since,
      publicKeyPem,
      isInForce: index === found.length - 1,
    }));
    return { origin: writer.memory.evidence.origin, keys: listed };
  };
  return [
    route({
      method: 'GET',
      path: '/v1/evidence/keys',
      summary: { en: 'The keys that sign tree heads', zh: '签名树头的密钥' },
      tag,
      may: everyone,
      answer: KeysSchema,
      handle: readKeys,
    }),
    route({
      method: 'POST',
      path: '/v1/evidence/keys',
      summary: {
        en: 'Change the key: a new one signs from now on, and the old one signs for it',
        zh: '更换密钥：新密钥即刻启用，由旧密钥签名交接',
      },
      tag,
      may: ['operator'],
      answer: KeysSchema,
      handle: async () => {
        const key = keys.generate(writer.memory.evidence.origin);
        await writer.submit({ name: 'change-evidence-key', decide: ({ evidence }) => evidence.changeKey(key) });
        return readKeys();
      },
    }),
  ];
}
