// The environments of organisations over HTTP, at live: which there are, another made, one removed.
import { Type } from '@sinclair/typebox';
import { type Route, route } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { EVERYONE, ownOf, requireOwnActive, requireOwnKept } from '../access/index.ts';
import {
  baseOf, EnvironmentListSchema, type EnvironmentRef, EnvironmentRefSchema, isOwnKind, type Name, OwnKindSchema,
} from './environment.ts'; // prettier-ignore
import { type Environments } from './environments.ts';
import { readRow, readRows, type Row } from './rows.ts';

const tag = 'organisations';

export interface EnvironmentsContext {
  readonly environments: Environments;
}

export function environmentRoutes({ environments }: EnvironmentsContext): Route[] {
  const { pool } = environments;
  const refOf = (row: Row): EnvironmentRef => ({
    id: `${row.kind}-${row.organisationId}`,
    organisationId: row.organisationId,
    kind: row.kind,
    base: baseOf(row),
    createdAt: formatInstant(row.createdAt),
    isOpen: environments.isOpen(row),
  });
  return [
    route({
      method: 'GET',
      path: '/v1/environments',
      summary: { en: 'Every environment beside live that the caller may enter', zh: '可进入的全部非生产环境' },
      tag,
      may: EVERYONE,
      own: true,
      answer: EnvironmentListSchema,
      handle: async ({ caller }) => {
        const own = await ownOf(pool, caller);
        if (own === undefined) return { items: [] };
        return { items: (await readRows(pool, own === 'all' ? undefined : own)).map(refOf) };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/environments',
      summary: { en: 'The environments of an organisation beside live', zh: '机构的非生产环境' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      answer: EnvironmentListSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return { items: (await readRows(pool, id)).map(refOf) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/environments',
      summary: { en: 'Make a sandbox or a certification environment', zh: '创建沙箱或认证环境' },
      description: {
        en: 'When it is answered it is ready: the demo country with the organisation as one of its banks, the business day open, counterparties that answer. The API is below `base`.',
        zh: '应答即表示已就绪：示范国已建立，本机构为其中一家银行，营业日已开始，对手方会作出应答。其接口位于 base 之下。',
      },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'environment_known', 'environment_not_made', 'environments_busy'],
      body: Type.Object({ kind: OwnKindSchema }),
      answer: EnvironmentRefSchema,
      status: 201,
      handle: async ({ params: { id }, body: { kind }, caller }) => {
        await requireOwnActive(pool, caller, id);
        const name: Name = { organisationId: id, kind };
        await environments.create(name);
        return refOf((await readRow(pool, name))!);
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/organisations/{id}/environments/{environment}',
      summary: { en: 'Remove an environment and everything in it', zh: '删除环境及其全部数据' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'environment_not_found'],
      handle: async ({ params: { id, environment }, caller }) => {
        await requireOwnActive(pool, caller, id);
        if (!isOwnKind(environment)) throw new Refusal('environment_not_found');
        await environments.remove({ organisationId: id, kind: environment });
      },
    }),
  ];
}
