-- What a tenant sees of the exchange: what it sent, and what lies in its outbox.

alter table messages.inbox enable row level security;
create policy tenants on messages.inbox for select
  using (sender_id = (select platform.tenant_participant()));

alter table messages.outbox enable row level security;
create policy tenants on messages.outbox for select
  using (participant_id = (select platform.tenant_participant()));

alter table messages.deliveries enable row level security;
create policy tenants on messages.deliveries for select
  using (participant_id = (select platform.tenant_participant()));

alter table messages.confirmations enable row level security;
create policy tenants on messages.confirmations for select
  using (participant_id = (select platform.tenant_participant()));

alter table messages.statements enable row level security;
create policy tenants on messages.statements for select
  using (participant_id = (select platform.tenant_participant()));

-- The writer's own.
alter table messages.waiting enable row level security;
