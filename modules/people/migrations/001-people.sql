-- People, the passkeys on their devices, how they got them, their sessions, and every act of it. Organisations are those
-- of access, by their id: a part does not lean on another's tables.

create schema people;

create table people.people (
  person_id       text        not null primary key,
  organisation_id text        not null,
  login           text        not null unique check (login = lower(login)), -- the actor in trails; never given again
  name            text        not null,
  roles           text[]      not null,
  state           text        not null check (state in ('active', 'locked', 'left')),
  user_handle     bytea       not null unique, -- what a passkey keeps of the person: 32 random bytes
  created_at      timestamptz not null
);
create index people_organisation on people.people (organisation_id, login);

create table people.devices (
  device_id     text        not null primary key,
  person_id     text        not null references people.people,
  credential_id text        not null unique,
  name          text        not null,
  public_key    bytea       not null, -- COSE
  counter       int8        not null, -- of signatures; 0 for passkeys that keep none
  transports    text[]      not null,
  is_synced     bool        not null, -- kept by a provider on several machines
  created_at    timestamptz not null,
  last_used_at  timestamptz,
  removed_at    timestamptz
);
create index devices_person on people.devices (person_id, created_at);

-- Nobody recovers a person alone, and nobody themselves.
create table people.recoveries (
  recovery_id  text        not null primary key,
  person_id    text        not null references people.people,
  reason       text        not null,
  first_by     text        not null references people.people,
  first_at     timestamptz not null,
  second_by    text        references people.people,
  second_at    timestamptz,
  withdrawn_at timestamptz,
  expires_at   timestamptz not null,
  check (first_by <> person_id),
  check (second_by <> person_id),
  check (second_by <> first_by),
  check ((second_by is null) = (second_at is null)),
  unique (recovery_id, person_id, first_by, second_by)
);
create unique index recoveries_open on people.recoveries (person_id) where second_by is null and withdrawn_at is null;

-- One-time links. One of a recovery points at the recovery with both who confirmed it: there is none before the second.
create table people.enrolments (
  enrolment_id text        not null primary key,
  person_id    text        not null references people.people,
  purpose      text        not null check (purpose in ('first', 'invitation', 'recovery')),
  token_hash   bytea       not null unique, -- SHA-256 of 256 random bits
  created_by   text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  withdrawn_at timestamptz,
  recovery_id  text        unique,
  first_by     text,
  second_by    text,
  check ((purpose = 'recovery') = (recovery_id is not null and first_by is not null and second_by is not null)),
  foreign key (recovery_id, person_id, first_by, second_by)
    references people.recoveries (recovery_id, person_id, first_by, second_by)
);
create unique index enrolments_open on people.enrolments (person_id) where used_at is null and withdrawn_at is null;

-- What an authenticator is asked to sign: taken out once, whatever comes of it.
create table people.challenges (
  challenge    text        not null primary key,
  purpose      text        not null check (purpose in ('sign-in', 'enrol', 'add-device')),
  person_id    text        references people.people,
  enrolment_id text        references people.enrolments,
  expires_at   timestamptz not null
);
create index challenges_age on people.challenges (expires_at);

create table people.sessions (
  session_id  text        not null primary key,
  secret_hash bytea       not null unique, -- SHA-256 of the cookie's 256 random bits
  person_id   text        not null references people.people,
  method      text        not null check (method in ('passkey', 'demo')),
  device_id   text        references people.devices,
  address     text        not null,
  agent       text        not null, -- what the browser says it is
  created_at  timestamptz not null,
  seen_at     timestamptz not null, -- the last act of the person, to half a minute
  expires_at  timestamptz not null,
  ended_at    timestamptz,
  ended_by    text        check (ended_by in ('signed-out', 'ended', 'everywhere', 'locked', 'left', 'recovered', 'device-removed')),
  check ((ended_at is null) = (ended_by is null)),
  check ((method = 'passkey') = (device_id is not null))
);
create index sessions_person on people.sessions (person_id, created_at);

-- Failures that follow each other, by whom or whence; forgotten after an hour without one.
create table people.attempts (
  subject       text        not null primary key,
  failures      int4        not null,
  failed_at     timestamptz not null,
  blocked_until timestamptz
);

-- Only ever added to.
create table people.acts (
  number          int8        not null generated always as identity primary key,
  at              timestamptz not null,
  actor           text        not null,
  act             text        not null,
  organisation_id text,
  person_id       text        references people.people, -- whom it is about; null when nobody could be told
  session_id      text,
  address         text,
  detail          text
);
create index acts_person on people.acts (person_id, number);
