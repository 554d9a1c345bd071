// Every "no" of the simulator. Those of status 422 and 500 also say why a run failed.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const SIMULATOR_REFUSALS = {
  simulation_not_found: { status: 404, en: 'There is no such simulation.', zh: '没有该模拟。' },
  simulation_not_done: { status: 409, en: 'This simulation has no report: it has not run to its end.', zh: '该模拟尚未运行完毕，没有报告。' },
  too_many_waiting: { status: 429, en: 'Too many simulations are waiting. Try again when some have run.', zh: '等待运行的模拟过多，请稍后再试。' },
  too_many_simulations: { status: 409, en: 'As many simulations are kept as there may be. Delete some first.', zh: '保存的模拟已达上限，请先删除一部分。' },
  simulation_input_wrong: { status: 422, en: 'The files cannot be simulated; what is wrong with them is listed.', zh: '文件有误，无法模拟；问题已列出。' },
  simulation_interrupted: { status: 500, en: 'The server ended before this simulation had run. Run it again.', zh: '服务器在该模拟运行完毕前已停止，请重新运行。' },
  simulation_too_large: { status: 422, en: 'This day needs more memory than a simulation may use on the server. Run it with npx feiqian simulate.', zh: '该模拟所需内存超过服务器允许的上限，请使用 npx feiqian simulate 运行。' },
  simulation_fault: { status: 500, en: 'The simulation ended by a fault on our side. The books were not touched.', zh: '模拟因系统内部问题中止，账务未受影响。' },
} as const satisfies RefusalTexts; // prettier-ignore

export type SimulatorRefusal = keyof typeof SIMULATOR_REFUSALS;
