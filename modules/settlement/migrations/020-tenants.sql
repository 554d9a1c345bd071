-- What a tenant sees of settlement: itself, its limits, the payments it sends, receives or orders, the clearing it takes part in,
-- and what was done about these. Days and modes are everyone's.

alter table settlement.participants enable row level security;
create policy tenants on settlement.participants for select
  using (participant_id = (select platform.tenant_participant()));

alter table settlement.bilateral_limits enable row level security;
create policy tenants on settlement.bilateral_limits for select
  using (participant_id = (select platform.tenant_participant()));

-- The direct participant that an indirect one's payments go through is their sender. As a case: a query asks the same once more,
-- and the planner would take both together for so rare that it no longer walks an index in its order.
alter table settlement.payments enable row level security;
create policy tenants on settlement.payments for select
  using (case when (select platform.tenant_participant()) in (sender_id, receiver_id, instructed_by) then true else false end);

alter table settlement.clearing_batches enable row level security;
create policy tenants on settlement.clearing_batches for select
  using (house_id = (select platform.tenant_participant())
      or positions @> (select jsonb_build_array(jsonb_build_object('participantId', platform.tenant_participant()))));

-- What is about a payment or a batch, for whom may see that.
alter table settlement.acts enable row level security;
create policy tenants on settlement.acts for select
  using (case subject
    when 'day' then true
    when 'participant' then subject_id = (select platform.tenant_participant())
    when 'payment' then exists (
      select from settlement.payments p where p.book_id = acts.book_id and p.payment_id = acts.subject_id::uuid)
    when 'clearing' then exists (
      select from settlement.clearing_batches b where b.book_id = acts.book_id and b.batch_id = acts.subject_id::uuid)
    else false
  end);

alter table settlement.days enable row level security;
create policy everyone on settlement.days for select using (true);
alter table settlement.modes enable row level security;
create policy everyone on settlement.modes for select using (true);
