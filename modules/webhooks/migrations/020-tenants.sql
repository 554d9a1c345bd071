-- What a tenant sees of webhooks: its endpoints, its events, and how each delivery went.

alter table webhooks.endpoints enable row level security;
create policy tenants on webhooks.endpoints for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table webhooks.events enable row level security;
create policy tenants on webhooks.events for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table webhooks.deliveries enable row level security;
create policy tenants on webhooks.deliveries for select
  using (exists (select from webhooks.endpoints e where e.endpoint_id = deliveries.endpoint_id));

alter table webhooks.attempts enable row level security;
create policy tenants on webhooks.attempts for select
  using (exists (select from webhooks.deliveries d where d.number = attempts.delivery));

alter table webhooks.acts enable row level security;
create policy tenants on webhooks.acts for select
  using (exists (select from webhooks.endpoints e where e.endpoint_id = acts.endpoint_id));

-- How far gathering has come.
alter table webhooks.positions enable row level security;
