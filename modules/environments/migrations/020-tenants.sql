-- A tenant sees which environments it has.

alter table environments.environments enable row level security;
create policy tenants on environments.environments for select
  using (organisation_id = (select platform.tenant_organisation()));
