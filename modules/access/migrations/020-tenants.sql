-- What a tenant sees of organisations: itself, its keys, and what was done about it. Nonces are the edge's own.

alter table access.organisations enable row level security;
create policy tenants on access.organisations for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table access.keys enable row level security;
create policy tenants on access.keys for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table access.acts enable row level security;
create policy tenants on access.acts for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table access.nonces enable row level security;
