// The role that tenants' reads are made in: it owns nothing, may write nothing, and row-level security applies to it. Made at
// each start where it is missing, since roles are of the server and not in a dump of a database; what it may read follows from
// the catalogue: tables with a policy, and views that ask as whoever asks them. A table that nobody thought of is closed to it.
import { type ClientBase } from 'pg';
import { TENANT_ROLE } from './tenant-reads.ts';

interface Standing {
  role: string;
  login: string;
  is_there: boolean;
  is_above: boolean;
  may_take: boolean;
  is_bound: boolean;
}

/**
 * `is_above`: policies would not apply to it. `is_bound`: they would apply to ourselves, who write. From PostgreSQL 16 on whoever
 * made a role is its member and may not take it yet.
 */
const STANDING = `
  select n.role, session_user::text as login, r.oid is not null as is_there,
         coalesce(r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, session_user, 'member'), false) as is_above,
         coalesce(pg_has_role(session_user, r.oid, case when current_setting('server_version_num')::int4 < 160000
           then 'member' else 'set' end), false) as may_take,
         exists (select from pg_class c join pg_namespace s on s.oid = c.relnamespace
                 where c.relrowsecurity and s.nspname not in ('information_schema', 'public')
                   and row_security_active(c.oid)) as is_bound
  from (select ${TENANT_ROLE} as role) n left join pg_roles r on r.rolname = n.role`;

/** Codes of what another that starts at this moment has just done: it exists, or its row is being changed. */
const DONE_BESIDE = ['42710', '23505', 'XX000'];
const MOST_ATTEMPTS = 20;

/** Throws a sentence that says what to have granted when this user may not make the role. */
export async function ensureTenantRole(client: ClientBase): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { rows } = await client.query<Standing>(STANDING);
    const standing = rows[0]!;
    refuseUnfit(standing);
    const { role, login, is_there: isThere, may_take: mayTake } = standing;
    if (isThere && mayTake) break;
    const wanted = isThere ? `grant ${quoted(role)} to ${quoted(login)}` : `create role ${quoted(role)} nologin`;
    try {
      await client.query(wanted);
    } catch (cause) {
      const { code = '', message } = cause as { code?: string; message: string };
      if (DONE_BESIDE.includes(code) && attempt < MOST_ATTEMPTS) continue;
      throw new Error(missing(standing, message), { cause });
    }
  }
  await openToRole(client);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const missing = ({ role, login }: Standing, why: string): string =>
  `Institutions are read for in the role ${role} of PostgreSQL, which ${login} may not make or take: ${why}. ` +
  `Have an administrator run: create role ${quoted(role)} nologin; grant ${quoted(role)} to ${quoted(login)};`;

function refuseUnfit({ role, login, is_above: isAbove, is_bound: isBound }: Standing): void {
  if (isAbove) {
    throw new Error(
      `The role ${role} of PostgreSQL sees past row-level security: it must be no superuser, have no BYPASSRLS, and be no member of ${login}.`,
    );
  }
  if (isBound) {
    throw new Error(
      `The tables of this database belong to another user than ${login}. Set DATABASE_URL to their owner.`,
    );
  }
}

/** What it should be able to read and cannot, or can and should not. Views that ask as their owner must say they are a barrier. */
const GRANTS = `
  with role as (select ${TENANT_ROLE}::name as name),
  relations as (
    select c.oid, format('%I.%I', n.nspname, c.relname) as name,
           case when c.relkind = 'v' then coalesce(c.reloptions && array['security_invoker=true', 'security_barrier=true'], false)
                else c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) end as is_open
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v') and c.relowner = (select oid from pg_roles where rolname = session_user)
      and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
  )
  select format('grant usage on schema %I to %I', n.nspname, role.name) as statement
  from pg_namespace n, role
  where n.nspowner = (select oid from pg_roles where rolname = session_user) and n.nspname not like 'pg\\_%' and n.nspname <> 'public'
    and not has_schema_privilege(role.name, n.oid, 'usage')
  union all
  select format(case when is_open then 'grant select on %s to %I' else 'revoke all on %s from %I' end, relations.name, role.name)
  from relations, role where is_open <> has_table_privilege(role.name, oid, 'select')`;

async function openToRole(client: ClientBase): Promise<void> {
  await client.query('begin');
  try {
    // Two that start at once would change the same rows of the catalogue.
    await client.query('lock table platform.migrations in exclusive mode');
    const { rows } = await client.query<{ statement: string }>(GRANTS);
    for (const { statement } of rows) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
