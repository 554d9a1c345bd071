-- Which services each organisation has at live, since when and until when, what a service costs from which day, and every act of both.

create schema subscriptions;

create table subscriptions.subscriptions (
  organisation_id text        not null,
  subscription_id uuid        not null,
  service         text        not null,
  state           text        not null check (state in ('waiting', 'active', 'refused', 'withdrawn', 'ended')),
  asked_at        timestamptz not null,
  asked_by        text        not null,
  asked_by_id     text, -- the person; null for a token and for what began with live
  decided_at      timestamptz,
  decided_by      text,
  decided_by_id   text,
  decision_reason text,
  began_at        timestamptz,
  ended_at        timestamptz,
  ended_by        text,
  primary key (organisation_id, subscription_id),
  check (decided_by_id <> asked_by_id),
  check ((began_at is not null) = (state in ('active', 'ended'))),
  check ((ended_at is not null) = (state in ('refused', 'withdrawn', 'ended')))
);
-- One at a time of each service.
create unique index subscriptions_open on subscriptions.subscriptions (organisation_id, service)
  where state in ('waiting', 'active');
create index subscriptions_waiting on subscriptions.subscriptions (asked_at) where state = 'waiting';

-- Never changed: of those for a day or before it the latest holds, and of those for the same day the one set last.
create table subscriptions.prices (
  service       text        not null,
  number        int8        not null generated always as identity,
  from_date     date        not null,
  monthly_price numeric(39) not null check (monthly_price >= 0),
  set_at        timestamptz not null,
  set_by        text        not null,
  reason        text        not null,
  primary key (service, number)
);

create table subscriptions.acts (
  number          int8        not null generated always as identity primary key,
  at              timestamptz not null,
  actor           text        not null,
  act             text        not null,
  service         text        not null,
  organisation_id text, -- null for a price
  subscription_id uuid,
  monthly_price   numeric(39),
  from_date       date,
  reason          text
);
create index acts_organisation on subscriptions.acts (organisation_id, number);

-- What a tenant sees: its own, and what services cost.
alter table subscriptions.subscriptions enable row level security;
create policy tenants on subscriptions.subscriptions for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table subscriptions.acts enable row level security;
create policy tenants on subscriptions.acts for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table subscriptions.prices enable row level security;
create policy everyone on subscriptions.prices for select using (true);
