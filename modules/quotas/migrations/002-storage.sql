-- How many bytes of messages each participant keeps at live, by the day they came: each day that is over is summed once.

create table quotas.stored_days (
  book_id        int4        not null,
  participant_id text        not null, -- '' on a day on which nobody kept anything
  usage_date     date        not null,
  bytes          numeric(39) not null,
  primary key (book_id, usage_date, participant_id)
);

alter table quotas.stored_days enable row level security;
create policy tenants on quotas.stored_days for select
  using (participant_id = (select platform.tenant_participant()));
