// Simulations over HTTP.
import { Type } from '@sinclair/typebox';
import { listQuery, OneOf, type Route, route } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { renderReport } from './report.ts';
import { MAX_BODY_BYTES, NewSimulationSchema, SimulationDetailSchema, type SimulationDetail, SimulationPage, SimulationSchema } from './schemas.ts'; // prettier-ignore
import { readSimulations } from './simulation-rows.ts';
import { type SimulationRuns } from './simulation-runs.ts';

export interface SimulatorContext {
  readonly pool: Pool;
  readonly runs: SimulationRuns;
}

export function simulatorRoutes({ pool, runs }: SimulatorContext): Route[] {
  const tag = 'simulator';
  const may = ['operator'] as const;
  const found = async (id: string): Promise<SimulationDetail> => {
    const simulation = isUuid(id) ? await runs.read(id) : undefined;
    if (!simulation) throw new Refusal('simulation_not_found', { field: '/id' });
    return simulation;
  };
  return [
    route({
      method: 'POST',
      path: '/v1/simulations',
      summary: { en: 'Run a day on the settlement engine, without touching the books', zh: '用清算引擎模拟一个营业日' },
      tag,
      may,
      body: NewSimulationSchema,
      maxBodyBytes: MAX_BODY_BYTES,
      answer: SimulationSchema,
      status: 202,
      handle: ({ body }) => runs.start(body),
    }),
    route({
      method: 'GET',
      path: '/v1/simulations',
      summary: { en: 'Simulations, newest first', zh: '模拟记录' },
      tag,
      may,
      query: listQuery({}),
      answer: SimulationPage,
      handle: async ({ query }) => {
        const page = await readSimulations(pool, query);
        return { ...page, items: page.items.map((row) => runs.withProgress(row)) };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/simulations/{id}',
      summary: { en: 'A simulation and what came of it', zh: '模拟详情与结果' },
      tag,
      may,
      answer: SimulationDetailSchema,
      refuses: ['simulation_not_found'],
      handle: ({ params: { id } }) => found(id),
    }),
    route({
      method: 'GET',
      path: '/v1/simulations/{id}/report',
      summary: { en: 'Its report: one HTML file that needs nothing else', zh: '模拟报告' },
      tag,
      may,
      query: Type.Object({ lang: Type.Optional(OneOf(['en', 'zh'])) }),
      answer: 'html',
      refuses: ['simulation_not_found', 'simulation_not_done'],
      handle: async (call) => {
        const { name, result } = await found(call.params.id);
        if (!result) throw new Refusal('simulation_not_done', { field: '/id' });
        return renderReport(result, { title: name, language: call.query.lang ?? 'en' });
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/simulations/{id}',
      summary: { en: 'Delete a simulation; one that runs is ended', zh: '删除模拟，运行中的随即终止' },
      tag,
      may,
      refuses: ['simulation_not_found'],
      handle: async (call) => {
        const { id } = call.params;
        if (!isUuid(id) || !(await runs.delete(id))) throw new Refusal('simulation_not_found', { field: '/id' });
      },
    }),
  ];
}
