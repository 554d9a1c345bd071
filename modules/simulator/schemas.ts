// The shapes of the simulator's routes.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf } from '../../platform/http/index.ts';
import { LIQUIDITY_SAVING } from '../settlement/index.ts';
import { InputProblemSchema } from './input-problems.ts';
import { ResultSchema } from './result.ts';

/** Both files together; a study that needs more is run with `npx feiqian simulate`. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

export const NewSimulationSchema = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 200 })),
    balancesCsv: Type.String({ minLength: 1 }),
    paymentsCsv: Type.String({ minLength: 1 }),
    lsm: OneOf(LIQUIDITY_SAVING, 'LiquiditySaving'),
  },
  { title: 'SimulationFiles', description: 'Two files and how to save liquidity.' },
);
export type NewSimulation = Static<typeof NewSimulationSchema>;

const RunProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  detailZh: Type.String(),
  requestId: Type.String(),
});
export type RunProblem = Static<typeof RunProblemSchema>;

const members = {
  id: Type.String({ format: 'uuid' }),
  name: Type.String(),
  lsm: OneOf(LIQUIDITY_SAVING, 'LiquiditySaving'),
  state: OneOf(['waiting', 'running', 'done', 'failed'], 'SimulationState'),
  progress: Type.Object({ done: Type.Integer(), of: Type.Integer() }),
  createdAt: MomentSchema,
  finishedAt: Nullable(MomentSchema),
  problem: Nullable(RunProblemSchema),
};
export const SimulationSchema = Type.Object(members, {
  title: 'Simulation',
  description: 'A run of the simulator. One runs at a time; the others wait.',
});
export type SimulationJson = Static<typeof SimulationSchema>;
export const SimulationPage = PageOf(SimulationSchema);

export const SimulationDetailSchema = Type.Object(
  {
    ...members,
    result: Nullable(ResultSchema),
    inputProblems: Type.Object({ count: Type.Integer(), shown: Type.Array(InputProblemSchema) }),
  },
  { title: 'SimulationDetail', description: 'A run, what was wrong with its files, and what came of it.' },
);
export type SimulationDetail = Static<typeof SimulationDetailSchema>;
