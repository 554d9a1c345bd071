// The simulator's counter: what other parts may use.
export { type InputProblem, InputProblems } from './input-problems.ts';
export { type DayInput, readInput } from './read-input.ts';
export { renderReport } from './report.ts';
export { REPORT_WORDS } from './report-words.ts';
export { figuresOf } from './report-figures.ts';
export { type Result } from './result.ts';
export { SIMULATOR_ACTIONS } from './permissions.ts';
export { SIMULATOR_REFUSALS } from './refusals.ts';
export { type SimulatorContext, simulatorRoutes } from './routes.ts';
export { runDay } from './run-day.ts';
export { SimulationRuns } from './simulation-runs.ts';
export { SIMULATOR_SERVICE } from './service.ts';
