-- Conformance runs: from where in its certification environment an institution's exchanges count, what became of answers on the
-- way to it, and the certificate once every step was done.

create schema conformance;

create table conformance.runs (
  run_id          uuid        not null primary key,
  organisation_id text        not null,
  service         text        not null,
  started_at      timestamptz not null,
  after_outbox    int8        not null, -- number in the participant's outbox
  after_sent      int8        not null, -- microseconds of its last message before
  passed_at       timestamptz,
  certificate     text,                 -- JWS, compact
  check ((passed_at is null) = (certificate is null))
);
create index runs_organisation on conformance.runs (organisation_id, started_at);

create table conformance.incidents (
  number          int8        not null generated always as identity primary key,
  organisation_id text        not null,
  kind            text        not null check (kind in ('repeated', 'answer-lost')),
  message_id      text        not null,
  at              timestamptz not null
);
create index incidents_organisation on conformance.incidents (organisation_id, number);
