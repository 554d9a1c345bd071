-- Answers to writes by the Idempotency-Key they came with, so that sending a write again cannot do it again.
-- A row without an answer is being worked on, or the program stopped while it did.

create table platform.idempotency_keys (
  caller       text        not null, -- `operator`, `participant:<id>`
  key          text        not null,
  request_hash bytea       not null, -- SHA-256 of method, address and body
  created_at   timestamptz not null,
  status       int2,
  content_type text,
  answer       text,
  primary key (caller, key)
);
create index idempotency_keys_age on platform.idempotency_keys (created_at);
