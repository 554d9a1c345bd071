-- What leaves say is the central bank's to read, and a participant's what is about it alone. Heads and proofs, which are for
-- everyone, are read by routes that are open to everyone, for nobody in particular.

alter table evidence.leaves enable row level security;
create policy tenants on evidence.leaves for select
  using (participant_id = (select platform.tenant_participant()));

alter table evidence.nodes enable row level security;
create policy everyone on evidence.nodes for select using (true);
