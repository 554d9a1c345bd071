-- What a tenant sees of quotas: its own, and its usage; and which days have been counted, which are everyone's.

alter table quotas.quotas enable row level security;
create policy tenants on quotas.quotas for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table quotas.acts enable row level security;
create policy tenants on quotas.acts for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table quotas.usage_events enable row level security;
create policy tenants on quotas.usage_events for select
  using (participant_id = (select platform.tenant_participant()));

alter table quotas.counted_days enable row level security;
create policy everyone on quotas.counted_days for select using (true);
