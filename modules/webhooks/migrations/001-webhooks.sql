-- Webhooks: who wants to hear of what and where, what there was to tell, how each telling went, and who changed it.

create schema webhooks;

-- How far into the evidence of each book the events were made: moved in the transaction that writes them.
create table webhooks.positions (
  book_id int4 not null primary key,
  leaf    int8 not null -- the next one to read
);

create table webhooks.endpoints (
  endpoint_id      text        not null primary key,
  organisation_id  text        not null,
  url              text        not null,
  description      text        not null,
  events           text[]      not null,
  state            text        not null check (state in ('active', 'paused', 'disabled', 'removed')),
  disabled_because text        check (disabled_because in ('gone', 'failing')),
  disabled_at      timestamptz,
  secret           bytea       not null, -- sealed with the key in the data folder
  previous_secret  bytea,                -- signs too, until then
  previous_until   timestamptz,
  created_at       timestamptz not null,
  last_success_at  timestamptz,
  check ((state = 'disabled') = (disabled_because is not null))
);
create index endpoints_organisation on webhooks.endpoints (organisation_id, created_at, endpoint_id);

create table webhooks.events (
  event_id        text        not null primary key, -- the webhook-id; of the same happening always the same
  number          int8        not null generated always as identity,
  organisation_id text        not null,
  type            text        not null,
  occurred_at     timestamptz not null,
  made_at         timestamptz not null,
  body            text        not null -- the bytes that are sent
);
create index events_organisation on webhooks.events (organisation_id, occurred_at);
create index events_age on webhooks.events (made_at);

create table webhooks.deliveries (
  number      int8        not null generated always as identity primary key,
  endpoint_id text        not null references webhooks.endpoints,
  event_id    text        not null references webhooks.events,
  cause       text        not null check (cause in ('event', 'replay', 'test')),
  state       text        not null check (state in ('pending', 'delivered', 'failed')),
  failures    int4        not null, -- that count towards giving up
  created_at  timestamptz not null,
  next_at     timestamptz not null,
  ended_at    timestamptz,
  check ((state = 'pending') = (ended_at is null))
);
create index deliveries_pending on webhooks.deliveries (endpoint_id, number) where state = 'pending';
create index deliveries_endpoint on webhooks.deliveries (endpoint_id, number);
create index deliveries_event on webhooks.deliveries (event_id);

create table webhooks.attempts (
  delivery    int8        not null references webhooks.deliveries on delete cascade,
  attempt     int4        not null, -- from 1
  at          timestamptz not null,
  duration_ms int4        not null,
  status      int4,                 -- null when there was no answer
  failure     text,                 -- null when it was taken
  answer      text        not null, -- its first bytes
  primary key (delivery, attempt)
);

create table webhooks.acts (
  number      int8        not null generated always as identity primary key,
  endpoint_id text        not null references webhooks.endpoints,
  at          timestamptz not null,
  actor       text        not null,
  act         text        not null,
  reason      text
);
create index acts_endpoint on webhooks.acts (endpoint_id, number);
