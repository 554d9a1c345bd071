// Simulations over HTTP.
import { Type } from '@sinclair/typebox';
import { listQuery, OneOf, type Route, route } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { typedRoute } from '../../platform/typed-route.ts';
import { renderReport } from './report.ts';
import { type Language } from './report-words.ts';
import { MAX_BODY_BYTES, NewSimulationSchema, SimulationDetailSchema, type SimulationDetail, SimulationPage, SimulationSchema } from './schemas.ts'; // prettier-ignore
import { readSimulations } from './simulation-rows.ts';
import { type SimulationRuns } from './simulation-runs.ts';

export interface SimulatorContext {
  readonly pool: Pool;
  readonly runs: SimulationRuns;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function simulatorRoutes({ pool, runs }: SimulatorContext): Route[] {
  const tag = 'simulator';
  const may = ['operator'] as const;
  const found = async (id: string): Promise<SimulationDetail> => {
    const simulation = UUID.test(id) ? await runs.read(id) : undefined;
    if (!simulation) throw new Refusal('simulation_not_found', { field: '/id' });
    return simulation;
  };
  return [
    typedRoute({
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
    typedRoute({
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
    typedRoute({
      method: 'GET',
      path: '/v1/simulations/{id}',
      summary: { en: 'A simulation and what came of it', zh: '模拟详情与结果' },
      tag,
      may,
      answer: SimulationDetailSchema,
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
      handle: async (call: { params: { id: string }; query: { lang?: Language } }) => {
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
      handle: async (call: { params: { id: string } }) => {
        const { id } = call.params;
        if (!UUID.test(id) || !(await runs.delete(id))) throw new Refusal('simulation_not_found', { field: '/id' });
      },
    }),
  ];
}
