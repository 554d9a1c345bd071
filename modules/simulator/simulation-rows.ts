// Simulations from and to their rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Result } from './result.ts';
import { type RunProblem, type SimulationDetail, type SimulationJson } from './schemas.ts';

interface Row {
  readonly number: string;
  readonly id: string;
  readonly name: string;
  readonly lsm: SimulationJson['lsm'];
  readonly state: SimulationJson['state'];
  readonly payment_count: number;
  readonly created_at: string;
  readonly finished_at: string | null;
  readonly problem: RunProblem | null;
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`;
const COLUMNS = `number::text, simulation_id::text as id, name, lsm, state, payment_count,
  ${iso('created_at')}, ${iso('finished_at')}, problem`;

function simulationOf(row: Row): SimulationJson {
  const { id, name, lsm, state, payment_count: of, problem } = row;
  const progress = { done: state === 'done' ? of : 0, of };
  return { id, name, lsm, state, progress, createdAt: row.created_at, finishedAt: row.finished_at, problem };
}

/** Newest first. */
export async function readSimulations(
  pool: Pool,
  query: { readonly after?: string; readonly limit: number },
): Promise<Page<SimulationJson>> {
  const cursor = decodeCursor(query.after, 1);
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from simulator.simulations
     where $1::int8 is null or simulations.number < $1::int8 order by simulations.number desc limit $2`,
    [cursor ? Number(cursor[0]) : null, query.limit + 1],
  );
  return pageOf(rows, query.limit, simulationOf, (row) => [Number(row.number)]);
}

export async function readSimulation(pool: Pool, id: string): Promise<SimulationDetail | undefined> {
  const { rows } = await pool.query<Row & { result: Result | null; input: SimulationDetail['inputProblems'] | null }>(
    `select ${COLUMNS}, result, input_problems as input from simulator.simulations where simulation_id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) return undefined;
  return { ...simulationOf(row), result: row.result, inputProblems: row.input ?? { count: 0, shown: [] } };
}

export async function readSimulationSummary(pool: Pool, id: string): Promise<SimulationJson | undefined> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from simulator.simulations where simulation_id = $1`, [id]);
  return rows[0] && simulationOf(rows[0]);
}

/** What a run is given; undefined when it was deleted meanwhile. */
export async function readGiven(pool: Pool, id: string) {
  const { rows } = await pool.query<{ balancesCsv: string; paymentsCsv: string; currency: string; lsm: Row['lsm'] }>(
    `select balances_csv as "balancesCsv", payments_csv as "paymentsCsv", currency, lsm
     from simulator.simulations where simulation_id = $1`,
    [id],
  );
  return rows[0];
}
