// The statements of one transaction, sent one after another without waiting for the answers: PostgreSQL works on the
// first while the later ones are still being written, and a commit costs one round trip. When one fails, PostgreSQL
// takes back the transaction at its `commit`. On a client not opened with `pipeline: true` each waits for the one before.
import { type ClientBase, type QueryConfig } from 'pg';
import { copyIn, type ColumnSpec } from './copy.ts';

export class Pipeline {
  readonly client: ClientBase;
  readonly #answers: Promise<unknown>[] = [];

  constructor(client: ClientBase) {
    this.client = client;
  }

  /** Resolves when the statement is on its way. */
  async query(statement: string | QueryConfig, values?: unknown[]): Promise<void> {
    this.#expect(this.client.query(statement, values));
  }

  /** Resolves when all rows are on their way. */
  copy<Row>(table: string, columns: readonly ColumnSpec<Row>[], rows: readonly Row[]): Promise<void> {
    const { sent, done } = copyIn(this.client, table, columns, rows);
    this.#expect(done);
    return sent;
  }

  /** Waits for every answer; rejects with the first failure. */
  async answered(): Promise<void> {
    await Promise.allSettled(this.#answers);
    await Promise.all(this.#answers);
  }

  #expect(answer: Promise<unknown>): void {
    // Told by `answered`; until then it is nobody's.
    answer.catch(() => undefined);
    this.#answers.push(answer);
  }
}
