-- Who may come in: organisations, the keys of their machines, what was changed about them and why, and the nonces of
-- signed requests for as long as one of them could be sent again.

create schema access;

create table access.organisations (
  organisation_id text        not null primary key,
  kind            text        not null check (kind in ('central-bank', 'bank', 'payment-institution', 'clearing-house', 'fintech')),
  name_en         text        not null,
  name_zh         text        not null,
  state           text        not null check (state in ('active', 'closed')),
  participant_id  text,       -- the participant it is; null when it takes no part in settlement
  created_at      timestamptz not null,
  closed_at       timestamptz,
  check ((state = 'closed') = (closed_at is not null))
);
-- A participant is spoken for by one organisation at a time.
create unique index organisations_participant on access.organisations (participant_id) where state = 'active';

create table access.keys (
  key_id          text        not null primary key,
  organisation_id text        not null references access.organisations,
  kind            text        not null check (kind in ('signing', 'reading')),
  label           text        not null,
  algorithm       text        check (algorithm in ('ed25519', 'ecdsa-p256-sha256')),
  public_key      bytea       unique, -- SubjectPublicKeyInfo of a signing key; never used again once registered
  secret_hash     bytea       unique, -- SHA-256 of a reading key, which is 256 random bits
  prefix          text,               -- how a reading key begins, to tell it by
  scopes          text[]      not null,
  addresses       text[]      not null, -- CIDR; empty when it may come from anywhere
  created_at      timestamptz not null,
  expires_at      timestamptz,
  revoked_at      timestamptz,
  last_used_at    timestamptz, -- to the minute
  replaced_by     text        references access.keys,
  check ((kind = 'signing') = (public_key is not null)),
  check ((kind = 'signing') = (algorithm is not null)),
  check ((kind = 'reading') = (secret_hash is not null))
);
create index keys_organisation on access.keys (organisation_id, created_at);

create table access.nonces (
  key_id     text        not null,
  nonce      text        not null,
  expires_at timestamptz not null,
  primary key (key_id, nonce)
);
create index nonces_age on access.nonces (expires_at);

create table access.acts (
  number          int8        not null generated always as identity primary key,
  organisation_id text        not null references access.organisations,
  key_id          text        references access.keys,
  at              timestamptz not null,
  actor           text        not null,
  act             text        not null check (act in ('created', 'closed', 'key-registered', 'key-rotated', 'key-revoked')),
  reason          text
);
create index acts_organisation on access.acts (organisation_id, number);
