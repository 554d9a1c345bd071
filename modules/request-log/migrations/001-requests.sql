-- What organisations asked and what they were answered, for a while: no record of the business, which the evidence keeps.

create schema request_log;

create table request_log.requests (
  organisation_id text        not null,
  request_id      uuid        not null,
  at              timestamptz not null,
  environment     text        not null check (environment in ('live', 'certification', 'sandbox')),
  method          text        not null,
  path            text        not null, -- as declared; empty when there is nothing at the address
  target          text        not null,
  status          int2        not null,
  code            text,
  field           text,
  micros          int8        not null,
  actor           text        not null,
  key_id          text,
  idempotency_key text,
  bytes_in        int8        not null,
  bytes_out       int8        not null,
  asked_type      text,
  asked           text,
  answered_type   text,
  answered        text,
  primary key (organisation_id, request_id),
  -- Of live no body is kept.
  check (environment <> 'live' or (asked is null and answered is null))
);
create index requests_at on request_log.requests (organisation_id, at desc, request_id desc);
create index requests_age on request_log.requests (at);

-- What could not be kept, because it was too much at once or the database was away.
create table request_log.dropped (
  organisation_id text        not null,
  number          int8        not null generated always as identity,
  at              timestamptz not null,
  count           int4        not null,
  primary key (organisation_id, number)
);

-- A tenant sees its own.
alter table request_log.requests enable row level security;
create policy tenants on request_log.requests for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table request_log.dropped enable row level security;
create policy tenants on request_log.dropped for select
  using (organisation_id = (select platform.tenant_organisation()));
