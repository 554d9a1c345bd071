-- Four-eyes: policies, the calls that wait for others, the approvals given, who stands in for whom, and every act of it.
-- What must not happen is refused here too: a maker who approves, one person twice, "approved" with an approval missing,
-- a policy on policies that asks nobody.

create schema approvals;

-- Only ever added to: the one in force is the last whose time has come.
create table approvals.policies (
  number          int8        not null generated always as identity primary key,
  action          text        not null,
  bands           jsonb       not null, -- [{"from": "0", "approvers": 1}], minor units
  roles           text[]      not null,
  expiry_hours    int4        not null check (expiry_hours between 1 and 720),
  least_approvers int2        not null check (least_approvers between 0 and 2), -- of all bands
  in_force_at     timestamptz not null,
  changed_at      timestamptz not null,
  changed_by      text        not null,
  reason          text        not null,
  request_id      text        not null unique, -- the approval it came by: there is no other way
  place           int2        not null default 1,
  check (in_force_at >= changed_at),
  check (action <> 'policies:write' or least_approvers >= 1)
);
create index policies_action on approvals.policies (action, in_force_at, number);

create table approvals.requests (
  request_id       text        not null primary key,
  action           text        not null,
  method           text        not null,
  path             text        not null, -- as declared, `/v1/participants/{id}/funding`
  params           jsonb       not null,
  query            jsonb       not null,
  body             jsonb       not null,
  content_hash     bytea       not null check (octet_length(content_hash) = 32), -- SHA-256 of the canonical form
  organisation     text        not null, -- whose people make and approve it
  maker_id         text        not null,
  maker            text        not null,
  caller           jsonb       not null, -- the maker as they came
  amount           numeric(39),
  difference       jsonb       not null,
  reason           text,
  approvers_needed int2        not null check (approvers_needed between 1 and 2),
  approver_roles   text[]      not null,
  made_at          timestamptz not null,
  expires_at       timestamptz not null check (expires_at > made_at),
  state            text        not null
    check (state in ('waiting', 'approved', 'carried-out', 'failed', 'refused', 'withdrawn', 'expired')),
  last_place       int2, -- of the approval that was the last needed
  ended_at         timestamptz,
  ended_by_id      text,
  ended_by         text,
  end_reason       text,
  outcome          jsonb, -- what the call was answered: the code of a refusal
  unique (request_id, maker_id, content_hash),
  check ((state in ('approved', 'carried-out', 'failed')) = (last_place is not null)),
  check (last_place = approvers_needed),
  check ((state in ('waiting', 'approved')) = (ended_at is null)),
  check (state <> 'refused' or ended_by_id <> maker_id),
  check (state <> 'withdrawn' or ended_by_id = maker_id)
);
create index requests_organisation on approvals.requests (organisation, made_at, request_id);
create index requests_open on approvals.requests (state, expires_at) where state in ('waiting', 'approved');

-- Approvals given. The maker and the hash are the request's own, held by its key; each place needs the one before it.
create table approvals.given (
  request_id     text        not null,
  place          int2        not null check (place between 1 and 2),
  previous_place int2        generated always as (nullif(place - 1, 0)) stored,
  maker_id       text        not null,
  content_hash   bytea       not null,
  approver_id    text        not null check (approver_id <> maker_id),
  approver       text        not null,
  on_behalf_of   text        check (on_behalf_of <> maker_id),
  proof          jsonb,
  at             timestamptz not null,
  primary key (request_id, approver_id),
  unique (request_id, place),
  foreign key (request_id, maker_id, content_hash) references approvals.requests (request_id, maker_id, content_hash),
  foreign key (request_id, previous_place) references approvals.given (request_id, place)
);
alter table approvals.requests
  add foreign key (request_id, last_place) references approvals.given (request_id, place);
alter table approvals.policies
  add foreign key (request_id, place) references approvals.given (request_id, place);

create table approvals.delegations (
  delegation_id text        not null primary key,
  organisation  text        not null,
  role          text        not null,
  from_id       text        not null,
  from_name     text        not null,
  to_id         text        not null check (to_id <> from_id),
  begins_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > begins_at),
  reason        text        not null,
  made_at       timestamptz not null,
  ended_at      timestamptz -- ended before its time
);
create index delegations_from on approvals.delegations (from_id, ends_at);
create index delegations_to on approvals.delegations (to_id, ends_at);

-- Only ever added to.
create table approvals.acts (
  number     int8        not null generated always as identity primary key,
  at         timestamptz not null,
  request_id text        references approvals.requests,
  subject    text        not null, -- the request, the action of a policy, or the delegation
  actor_id   text,       -- null for time and for tokens
  actor      text        not null,
  act        text        not null check (act in ('made', 'approved', 'refused', 'withdrawn', 'expired', 'carried-out',
    'failed', 'policy-changed', 'delegated', 'delegation-ended')),
  detail     text
);
create index acts_request on approvals.acts (request_id, number);
