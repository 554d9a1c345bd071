// The whole schema of a database as text, from the catalogue: tables, views, policies, functions, indexes in a fixed order. The same
// on every version of PostgreSQL we run on, so that two of them can be compared.
import { type ClientBase } from 'pg';

interface Table {
  schema: string;
  name: string;
  kind: string;
  columns: string[];
  constraints: string[] | null;
  indexes: string[] | null;
  has_security: boolean;
  policies: string[] | null;
}

const OURS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')`;

const TABLES = `
  select n.nspname as schema, c.relname as name, c.relkind as kind,
         (select array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                           || case when a.attidentity <> '' then ' generated as identity' else '' end
                           || case when d.adbin is null then '' else ' default ' || pg_get_expr(d.adbin, d.adrelid) end
                           || case when a.attnotnull then ' not null' else '' end order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
         (select array_agg('constraint ' || conname || ' ' || pg_get_constraintdef(k.oid) order by conname)
          from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
         c.relrowsecurity as has_security,
         (select array_agg(p.polname::text order by p.polname) from pg_policy p where p.polrelid = c.oid) as policies,
         (select array_agg(pg_get_indexdef(i.indexrelid) order by pg_get_indexdef(i.indexrelid))
          from pg_index i where i.indrelid = c.oid
          and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)) as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind in ('r', 'p', 'v', 'm')
  order by n.nspname, c.relname`;

const FUNCTIONS = `
  select n.nspname || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ') returns '
         || pg_get_function_result(p.oid) || ' language ' || l.lanname as text, p.prosrc as body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where ${OURS} order by 1`;

export async function readSchema(client: ClientBase): Promise<string> {
  const tables = (await client.query<Table>(TABLES)).rows;
  const functions = (await client.query<{ text: string; body: string | null }>(FUNCTIONS)).rows;
  const parts = [
    '-- The whole schema after every migration, from the catalogue. Made by `npm run generate`; do not edit.',
    ...[...new Set(tables.map(({ schema }) => schema))].map((schema) => `create schema ${schema};`),
    ...tables.map(tableText),
    ...functions.map(({ text, body }) => `create function ${text}${body ? ` as $$${body}$$` : ''};`),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A view shows its columns, a policy its name; what they ask is in their migrations, since each version of PostgreSQL writes it its own way. */
function tableText({ schema, name, kind, columns, constraints, indexes, has_security, policies }: Table): string {
  const what = kind === 'v' ? 'view' : kind === 'm' ? 'materialized view' : 'table';
  const lines = [...columns, ...(constraints ?? [])].map((line) => `  ${line}`).join(',\n');
  const security = [
    ...(has_security ? [`alter table ${schema}.${name} enable row level security`] : []),
    ...(policies ?? []).map((policy) => `create policy ${policy} on ${schema}.${name} for select`),
  ];
  const after = [...(indexes ?? []), ...security].map((statement) => `\n${statement};`).join('');
  return `create ${what} ${schema}.${name} (\n${lines}\n);${after}`;
}
