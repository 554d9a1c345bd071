-- People may sign in through their organisation's own OpenID Connect provider: where it is, who of it is which person, and
-- sign-ins that are under way.

create table people.providers (
  organisation_id text        not null primary key,
  issuer          text        not null,
  client_id       text        not null,
  sealed_secret   bytea       not null, -- AES-256-GCM by a key of the data folder
  changed_at      timestamptz not null,
  changed_by      text        not null
);

-- Bound when the person used an invitation, never by an e-mail address. Of an issuer that was replaced it counts no more.
create table people.identities (
  person_id       text        not null primary key references people.people,
  organisation_id text        not null,
  issuer          text        not null,
  subject         text        not null,
  bound_at        timestamptz not null,
  unique (organisation_id, issuer, subject)
);

-- Taken out once, whatever comes of the answer.
create table people.provider_flows (
  state           text        not null primary key,
  browser_hash    bytea       not null, -- SHA-256 of a cookie: it ends in the browser in which it began
  organisation_id text        not null,
  enrolment_id    text        references people.enrolments, -- of an invitation that is used by it
  nonce           text        not null,
  verifier        text        not null, -- PKCE (RFC 7636)
  expires_at      timestamptz not null
);
create index provider_flows_age on people.provider_flows (expires_at);

alter table people.sessions
  drop constraint sessions_method_check,
  drop constraint sessions_ended_by_check,
  add constraint sessions_method check (method in ('passkey', 'demo', 'provider')),
  add constraint sessions_ended_by check
    (ended_by in ('signed-out', 'ended', 'everywhere', 'locked', 'left', 'recovered', 'device-removed', 'provider-changed'));
