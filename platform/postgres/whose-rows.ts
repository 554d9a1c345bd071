// Whose the rows of a table are. Each part says it of every table of its own, beside its policies (migrations), and a test
// walks the catalogue: a table that nobody classified, or whose policy says something else, fails it.

/** The tenant of the examples: what it is as a participant, and as an organisation. */
export const PARTICIPANT = 'AAAACNBJ';
export const ORGANISATION = 'aurora';

type Row = Readonly<Record<string, string | number>>;

export type Whose =
  /** Each row is some tenants' and no other's; examples of rows of the tenant above, by the columns that say so. */
  | { readonly of: 'tenants'; readonly rows: readonly Row[] }
  /** No tenant sees any. */
  | { readonly of: 'house'; readonly because: string }
  /** The same for every tenant. */
  | { readonly of: 'everyone'; readonly because: string };

/** By the table's name with its schema. */
export type WhoseRows = Readonly<Record<string, Whose>>;

export const tenants = (...rows: readonly Row[]): Whose => ({ of: 'tenants', rows });
export const house = (because: string): Whose => ({ of: 'house', because });
export const everyone = (because: string): Whose => ({ of: 'everyone', because });

export const WHOSE_ROWS: WhoseRows = {
  'platform.migrations': house('how the database came to its shape'),
  'platform.idempotency_keys': house('the edge finds an answer by its key before anything is read for anyone'),
  'platform.writers': house('the write path’s own'),
  'platform.done_once': house('the write path’s own'),
};
