-- Row-level security: who a tenant is, as each of its reads is told (platform/postgres/tenant-reads.ts). Policies ask by these
-- two, in a select of their own so that they are asked once a query and not once a row. Null: nobody's.

create function platform.tenant_participant() returns text
language sql stable as $$ select nullif(current_setting('feiqian.participant', true), '') $$;

create function platform.tenant_organisation() returns text
language sql stable as $$ select nullif(current_setting('feiqian.organisation', true), '') $$;

-- The house's own: no policy, so no row for any tenant.
alter table platform.migrations enable row level security;
