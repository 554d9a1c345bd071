// Exports of an organisation's data over HTTP: asked for, followed, and taken by its own people alone.
import { createReadStream, existsSync } from 'node:fs';
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, type Route, route } from '../../platform/http/index.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { readAsHouse } from '../../platform/postgres/tenant-reads.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { byOf, EVERYONE, recordOrganisationAct, requireOwnActive, requireOwnKept } from '../access/index.ts';
import { type Exports } from './exports.ts';

const STATES = ['working', 'ready', 'failed', 'expired'] as const;
const ExportSchema = Type.Object(
  {
    id: Type.String(),
    state: OneOf(STATES, 'DataExportState'),
    askedBy: Type.String(),
    askedAt: MomentSchema,
    readyAt: Nullable(MomentSchema),
    expiresAt: Nullable(Type.String({ format: 'date-time', description: 'Until then it can be taken.' })),
    bytes: Nullable(Type.String({ description: 'Of the archive.' })),
    sha256: Nullable(Type.String({ description: 'Of the archive, hexadecimal.' })),
    rows: Nullable(Type.String({ description: 'Rows and messages in it.' })),
    progress: Nullable(
      Type.Object(
        { done: Type.Integer(), of: Type.Integer(), rows: Type.Integer() },
        { title: 'DataExportProgress', description: 'Datasets written, of how many, and rows so far.' },
      ),
    ),
  },
  { title: 'DataExport', description: 'The data of an organisation in open formats, in one archive.' },
);
type ExportJson = Static<typeof ExportSchema>;

const tag = 'organisations';
const MOST = 100;

export function exportRoutes(exports: Exports): Route[] {
  const { pool, access } = exports;
  const base = '/v1/organisations/{id}/exports';
  return [
    route({
      method: 'GET',
      path: base,
      summary: { en: 'Exports of an organisation’s data, newest first', zh: '机构数据导出列表' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      answer: Type.Object({ items: Type.Array(ExportSchema) }, { title: 'DataExportList' }),
      handle: async ({ params: { id }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return { items: await readExports(exports, id) };
      },
    }),
    route({
      method: 'POST',
      path: base,
      summary: { en: 'Have all data of the organisation written to an archive', zh: '导出本机构全部数据' },
      description: {
        en: 'In the background; it can be taken for seven days, and of an organisation the newest three. Keys and secrets are not in it. `npx feiqian audit verify-data` checks it by the public key alone.',
        zh: '后台生成，七日内可下载，每个机构保留最近三份；其中不含密钥与密文。可用 npx feiqian audit verify-data 仅凭公钥核验。',
      },
      tag,
      may: ['participant', 'organisation'],
      own: true,
      refuses: ['organisation_not_found', 'export_under_way'],
      answer: ExportSchema,
      status: 201,
      handle: async ({ params: { id }, caller }) => {
        await requireOwnActive(pool, caller, id);
        const made = await exports.ask(id, byOf(access, caller, undefined));
        exports.hurry();
        return requireExport(exports, id, made);
      },
    }),
    route({
      method: 'GET',
      path: `${base}/{exportId}`,
      summary: { en: 'One export, and how far it has come', zh: '数据导出详情与进度' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'export_not_found'],
      answer: ExportSchema,
      handle: async ({ params: { id, exportId }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return requireExport(exports, id, exportId);
      },
    }),
    route({
      method: 'GET',
      path: `${base}/{exportId}/archive`,
      summary: { en: 'The archive itself: tar, compressed with gzip', zh: '下载数据导出（tar.gz）' },
      tag,
      may: ['participant', 'organisation'],
      own: true,
      refuses: ['organisation_not_found', 'export_not_found', 'export_not_ready'],
      answer: 'file',
      answerType: 'application/gzip',
      handle: async ({ params: { id, exportId }, caller }) => {
        await requireOwnActive(pool, caller, id);
        const { state, bytes, expiresAt, askedAt } = await requireExport(exports, id, exportId);
        const file = exports.fileOf(exportId);
        if (state !== 'ready' || !existsSync(file)) throw new Refusal('export_not_ready', { details: { state } });
        const by = byOf(access, caller, `until ${expiresAt!}`);
        // Taking it is an act; no tenant reads by it.
        await readAsHouse(() =>
          inTransaction(pool, (client) =>
            recordOrganisationAct(client, { organisationId: id, act: 'data-export-taken', ...by }),
          ),
        );
        const name = `feiqian-${id}-${askedAt.slice(0, 10)}.tar.gz`;
        return { content: createReadStream(file), bytes: Number(bytes), name };
      },
    }),
  ];
}

/** Refuses `export_not_found`. */
async function requireExport(exports: Exports, organisationId: string, exportId: string): Promise<ExportJson> {
  const [found] = isUuid(exportId) ? await readExports(exports, organisationId, exportId) : [];
  if (!found) throw new Refusal('export_not_found', { field: '/exportId' });
  return found;
}

async function readExports(exports: Exports, organisationId: string, exportId?: string): Promise<ExportJson[]> {
  const { rows } = await exports.pool.query<Omit<ExportJson, 'progress'>>(
    `select export_id::text as id, state, asked_by as "askedBy", ${moment('asked_at', '"askedAt"')},
       ${moment('ready_at', '"readyAt"')}, ${moment('expires_at', '"expiresAt"')}, bytes::text,
       encode(sha256, 'hex') as sha256, file_rows::text as rows
     from leaving.exports where organisation_id = $1 and ($2::uuid is null or export_id = $2)
     order by exports.asked_at desc limit ${MOST}`,
    [organisationId, exportId ?? null],
  );
  return rows.map((row) => {
    const progress = exports.progressOf(row.id);
    return { ...row, progress: progress ? { ...progress } : null };
  });
}
