// Datasets as files of an archive: lines of JSON, CSV (RFC 4180), or a file of XML for each row.
import { type ClientBase } from 'pg';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Dataset, type DatasetOf, readDataset } from '../../platform/postgres/dataset.ts';
import { type ArchiveWriter } from './write-archive.ts';

export interface Written {
  readonly onRows: (count: number) => void;
  readonly onDataset: () => void;
  /** Stops what is under way. */
  readonly signal: AbortSignal;
}

/** All from one snapshot. `folder` is before their names: `live/`. */
export async function writeDatasets(
  archive: ArchiveWriter,
  pool: Pool,
  folder: string,
  datasets: readonly Dataset[],
  ofWhom: (client: ClientBase) => Promise<DatasetOf>,
  written: Written,
): Promise<void> {
  const client = await pool.connect();
  let isClean = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local statement_timeout to '10min'`);
    const of = await ofWhom(client);
    for (const dataset of datasets) {
      await writeDataset(archive, `${folder}${dataset.name}`, dataset, readDataset(client, dataset, of), written);
      written.onDataset();
    }
    await client.query('commit');
    isClean = true;
  } finally {
    client.release(!isClean);
  }
}

type Row = Record<string, unknown>;

async function writeDataset(
  archive: ArchiveWriter,
  name: string,
  { format }: Dataset,
  rows: AsyncIterable<Row>,
  { onRows, signal }: Written,
): Promise<void> {
  const counted = async function* (): AsyncGenerator<Row> {
    for await (const row of rows) {
      signal.throwIfAborted();
      onRows(1);
      yield row;
    }
  };
  if (format === 'xml') {
    for await (const row of counted()) await archive.text(`${name}/${String(row.name)}.xml`, String(row.xml));
  } else await archive.lines(`${name}.${format}`, format === 'csv' ? csvOf(counted()) : jsonOf(counted()));
}

async function* jsonOf(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* csvOf(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let hasHead = false;
  for await (const row of rows) {
    if (!hasHead) yield `${Object.keys(row).join(',')}\r\n`;
    hasHead = true;
    yield `${Object.values(row).map(cell).join(',')}\r\n`;
  }
}

function cell(value: unknown): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
