-- What a tenant sees of conformance: its own runs, and what its door told of them.

alter table conformance.runs enable row level security;
create policy tenants on conformance.runs for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table conformance.incidents enable row level security;
create policy tenants on conformance.incidents for select
  using (organisation_id = (select platform.tenant_organisation()));
