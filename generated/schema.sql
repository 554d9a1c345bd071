-- The whole schema after every migration, from the catalogue. Made by `npm run generate`; do not edit.

create schema access;

create schema alarms;

create schema approvals;

create schema conformance;

create schema environments;

create schema evidence;

create schema leaving;

create schema ledger;

create schema messages;

create schema people;

create schema platform;

create schema quotas;

create schema request_log;

create schema settlement;

create schema simulator;

create schema status;

create schema subscriptions;

create schema support;

create schema webhooks;

create table access.acts (
  number bigint generated as identity not null,
  organisation_id text not null,
  key_id text,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  reason text,
  constraint acts_act_check CHECK ((act = ANY (ARRAY['created'::text, 'closed'::text, 'key-registered'::text, 'key-rotated'::text, 'key-revoked'::text, 'live-asked'::text, 'live-opened'::text, 'signing-required'::text, 'signing-optional'::text, 'closing-asked'::text, 'closing-withdrawn'::text, 'closing-finished'::text, 'data-export-asked'::text, 'data-export-taken'::text]))),
  constraint acts_key_id_fkey FOREIGN KEY (key_id) REFERENCES access.keys(key_id),
  constraint acts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisations(organisation_id),
  constraint acts_pkey PRIMARY KEY (number)
);
CREATE INDEX acts_organisation ON access.acts USING btree (organisation_id, number);
alter table access.acts enable row level security;
create policy tenants on access.acts for select;

create table access.keys (
  key_id text not null,
  organisation_id text not null,
  kind text not null,
  label text not null,
  algorithm text,
  public_key bytea,
  secret_hash bytea,
  prefix text,
  scopes text[] not null,
  addresses text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  replaced_by text,
  environment text not null,
  certificate bytea,
  certificate_hash bytea,
  serial text,
  constraint keys_algorithm_check CHECK ((algorithm = ANY (ARRAY['ed25519'::text, 'ecdsa-p256-sha256'::text, 'sm2-sm3'::text]))),
  constraint keys_certificate CHECK (((kind = 'certificate'::text) = (certificate IS NOT NULL))),
  constraint keys_certificate_ends CHECK (((kind <> 'certificate'::text) OR (expires_at IS NOT NULL))),
  constraint keys_certificate_hash CHECK (((kind = 'certificate'::text) = (certificate_hash IS NOT NULL))),
  constraint keys_certificate_hash_key UNIQUE (certificate_hash),
  constraint keys_check1 CHECK (((kind = 'signing'::text) = (algorithm IS NOT NULL))),
  constraint keys_check2 CHECK (((kind = 'reading'::text) = (secret_hash IS NOT NULL))),
  constraint keys_environment_check CHECK ((environment = ANY (ARRAY['live'::text, 'certification'::text, 'sandbox'::text]))),
  constraint keys_kind CHECK ((kind = ANY (ARRAY['signing'::text, 'reading'::text, 'certificate'::text]))),
  constraint keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES access.organisations(organisation_id),
  constraint keys_pkey PRIMARY KEY (key_id),
  constraint keys_public_key CHECK (((kind = 'reading'::text) = (public_key IS NULL))),
  constraint keys_public_key_key UNIQUE (public_key),
  constraint keys_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES access.keys(key_id),
  constraint keys_secret_hash_key UNIQUE (secret_hash),
  constraint keys_serial_key UNIQUE (serial)
);
CREATE INDEX keys_organisation ON access.keys USING btree (organisation_id, created_at);
CREATE INDEX keys_revoked_certificates ON access.keys USING btree (expires_at) WHERE (serial IS NOT NULL);
alter table access.keys enable row level security;
create policy tenants on access.keys for select;

create table access.nonces (
  key_id text not null,
  nonce text not null,
  expires_at timestamp with time zone not null,
  constraint nonces_pkey PRIMARY KEY (key_id, nonce)
);
CREATE INDEX nonces_age ON access.nonces USING btree (expires_at);
alter table access.nonces enable row level security;

create table access.organisations (
  organisation_id text not null,
  kind text not null,
  name_en text not null,
  name_zh text not null,
  state text not null,
  participant_id text,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  live_asked_at timestamp with time zone,
  live_run_id text,
  live_since timestamp with time zone,
  signs_messages boolean default false not null,
  closing_asked_at timestamp with time zone,
  closing_finished_at timestamp with time zone,
  constraint organisations_check CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint organisations_check1 CHECK (((participant_id IS NULL) OR (live_since IS NOT NULL))),
  constraint organisations_check2 CHECK (((live_asked_at IS NULL) = (live_run_id IS NULL))),
  constraint organisations_check3 CHECK (((closing_finished_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['central-bank'::text, 'bank'::text, 'payment-institution'::text, 'clearing-house'::text, 'fintech'::text]))),
  constraint organisations_pkey PRIMARY KEY (organisation_id),
  constraint organisations_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX organisations_participant ON access.organisations USING btree (participant_id) WHERE (state = 'active'::text);
alter table access.organisations enable row level security;
create policy tenants on access.organisations for select;

create table alarms.alarms (
  alarm_id uuid not null,
  number bigint generated as identity not null,
  severity text not null,
  code text not null,
  text_en text not null,
  text_zh text not null,
  subject_kind text not null,
  subject_id text not null,
  raised_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by text,
  cleared_at timestamp with time zone,
  constraint alarms_pkey PRIMARY KEY (alarm_id),
  constraint alarms_severity_check CHECK ((severity = ANY (ARRAY['high'::text, 'medium'::text, 'low'::text])))
);
CREATE UNIQUE INDEX alarms_number ON alarms.alarms USING btree (number);
CREATE UNIQUE INDEX alarms_open ON alarms.alarms USING btree (code, subject_kind, subject_id) WHERE (cleared_at IS NULL);
alter table alarms.alarms enable row level security;

create table approvals.acts (
  number bigint generated as identity not null,
  at timestamp with time zone not null,
  request_id text,
  subject text not null,
  actor_id text,
  actor text not null,
  act text not null,
  detail text,
  constraint acts_act_check CHECK ((act = ANY (ARRAY['made'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'carried-out'::text, 'failed'::text, 'policy-changed'::text, 'delegated'::text, 'delegation-ended'::text]))),
  constraint acts_pkey PRIMARY KEY (number),
  constraint acts_request_id_fkey FOREIGN KEY (request_id) REFERENCES approvals.requests(request_id)
);
CREATE INDEX acts_request ON approvals.acts USING btree (request_id, number);
alter table approvals.acts enable row level security;
create policy tenants on approvals.acts for select;

create table approvals.delegations (
  delegation_id text not null,
  organisation text not null,
  role text not null,
  from_id text not null,
  from_name text not null,
  to_id text not null,
  begins_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint delegations_check CHECK ((to_id <> from_id)),
  constraint delegations_check1 CHECK ((ends_at > begins_at)),
  constraint delegations_pkey PRIMARY KEY (delegation_id)
);
CREATE INDEX delegations_from ON approvals.delegations USING btree (from_id, ends_at);
CREATE INDEX delegations_to ON approvals.delegations USING btree (to_id, ends_at);
alter table approvals.delegations enable row level security;
create policy tenants on approvals.delegations for select;

create table approvals.given (
  request_id text not null,
  place smallint not null,
  previous_place smallint default NULLIF((place - 1), 0),
  maker_id text not null,
  content_hash bytea not null,
  approver_id text not null,
  approver text not null,
  on_behalf_of text,
  proof jsonb,
  at timestamp with time zone not null,
  constraint given_check CHECK ((approver_id <> maker_id)),
  constraint given_check1 CHECK ((on_behalf_of <> maker_id)),
  constraint given_pkey PRIMARY KEY (request_id, approver_id),
  constraint given_place_check CHECK (((place >= 1) AND (place <= 2))),
  constraint given_request_id_maker_id_content_hash_fkey FOREIGN KEY (request_id, maker_id, content_hash) REFERENCES approvals.requests(request_id, maker_id, content_hash),
  constraint given_request_id_place_key UNIQUE (request_id, place),
  constraint given_request_id_previous_place_fkey FOREIGN KEY (request_id, previous_place) REFERENCES approvals.given(request_id, place)
);
alter table approvals.given enable row level security;
create policy tenants on approvals.given for select;

create table approvals.policies (
  number bigint generated as identity not null,
  action text not null,
  bands jsonb not null,
  roles text[] not null,
  expiry_hours integer not null,
  least_approvers smallint not null,
  in_force_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  reason text not null,
  request_id text not null,
  place smallint default 1 not null,
  constraint policies_check CHECK ((in_force_at >= changed_at)),
  constraint policies_check1 CHECK (((action <> 'policies:write'::text) OR (least_approvers >= 1))),
  constraint policies_expiry_hours_check CHECK (((expiry_hours >= 1) AND (expiry_hours <= 720))),
  constraint policies_least_approvers_check CHECK (((least_approvers >= 0) AND (least_approvers <= 2))),
  constraint policies_pkey PRIMARY KEY (number),
  constraint policies_request_id_key UNIQUE (request_id),
  constraint policies_request_id_place_fkey FOREIGN KEY (request_id, place) REFERENCES approvals.given(request_id, place)
);
CREATE INDEX policies_action ON approvals.policies USING btree (action, in_force_at, number);
alter table approvals.policies enable row level security;
create policy everyone on approvals.policies for select;

create table approvals.requests (
  request_id text not null,
  action text not null,
  method text not null,
  path text not null,
  params jsonb not null,
  query jsonb not null,
  body jsonb not null,
  content_hash bytea not null,
  organisation text not null,
  maker_id text not null,
  maker text not null,
  caller jsonb not null,
  amount numeric(39,0),
  difference jsonb not null,
  reason text,
  approvers_needed smallint not null,
  approver_roles text[] not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text not null,
  last_place smallint,
  ended_at timestamp with time zone,
  ended_by_id text,
  ended_by text,
  end_reason text,
  outcome jsonb,
  by_maker boolean default false not null,
  constraint requests_approvers_needed_check CHECK (((approvers_needed >= 1) AND (approvers_needed <= 2))),
  constraint requests_check CHECK ((expires_at > made_at)),
  constraint requests_check1 CHECK (((state = ANY (ARRAY['approved'::text, 'carried-out'::text, 'failed'::text])) = (last_place IS NOT NULL))),
  constraint requests_check2 CHECK ((last_place = approvers_needed)),
  constraint requests_check3 CHECK (((state = ANY (ARRAY['waiting'::text, 'approved'::text])) = (ended_at IS NULL))),
  constraint requests_check4 CHECK (((state <> 'refused'::text) OR (ended_by_id <> maker_id))),
  constraint requests_check5 CHECK (((state <> 'withdrawn'::text) OR (ended_by_id = maker_id))),
  constraint requests_content_hash_check CHECK ((octet_length(content_hash) = 32)),
  constraint requests_pkey PRIMARY KEY (request_id),
  constraint requests_request_id_last_place_fkey FOREIGN KEY (request_id, last_place) REFERENCES approvals.given(request_id, place),
  constraint requests_request_id_maker_id_content_hash_key UNIQUE (request_id, maker_id, content_hash),
  constraint requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'carried-out'::text, 'failed'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text])))
);
CREATE INDEX requests_open ON approvals.requests USING btree (state, expires_at) WHERE (state = ANY (ARRAY['waiting'::text, 'approved'::text]));
CREATE INDEX requests_organisation ON approvals.requests USING btree (organisation, made_at, request_id);
alter table approvals.requests enable row level security;
create policy tenants on approvals.requests for select;

create table conformance.incidents (
  number bigint generated as identity not null,
  organisation_id text not null,
  kind text not null,
  message_id text not null,
  at timestamp with time zone not null,
  constraint incidents_kind_check CHECK ((kind = ANY (ARRAY['repeated'::text, 'answer-lost'::text]))),
  constraint incidents_pkey PRIMARY KEY (number)
);
CREATE INDEX incidents_organisation ON conformance.incidents USING btree (organisation_id, number);
alter table conformance.incidents enable row level security;
create policy tenants on conformance.incidents for select;

create table conformance.runs (
  run_id uuid not null,
  organisation_id text not null,
  service text not null,
  started_at timestamp with time zone not null,
  after_outbox bigint not null,
  after_sent bigint not null,
  passed_at timestamp with time zone,
  certificate text,
  constraint runs_check CHECK (((passed_at IS NULL) = (certificate IS NULL))),
  constraint runs_pkey PRIMARY KEY (run_id)
);
CREATE INDEX runs_organisation ON conformance.runs USING btree (organisation_id, started_at);
alter table conformance.runs enable row level security;
create policy tenants on conformance.runs for select;

create table environments.environments (
  organisation_id text not null,
  kind text not null,
  database_name text not null,
  clock_ahead bigint default 0 not null,
  clock_held_at timestamp with time zone,
  created_at timestamp with time zone not null,
  seeded_at timestamp with time zone,
  removing_at timestamp with time zone,
  constraint environments_database_name_key UNIQUE (database_name),
  constraint environments_kind_check CHECK ((kind = ANY (ARRAY['certification'::text, 'sandbox'::text]))),
  constraint environments_pkey PRIMARY KEY (organisation_id, kind)
);
alter table environments.environments enable row level security;
create policy tenants on environments.environments for select;

create table evidence.leaves (
  book_id integer not null,
  leaf bigint not null,
  kind text not null,
  commit_number bigint not null,
  at timestamp with time zone not null,
  participant_id text,
  record text not null,
  witness text,
  hash bytea not null,
  head text,
  constraint leaves_pkey PRIMARY KEY (book_id, leaf)
);
CREATE INDEX leaves_acts ON evidence.leaves USING btree (book_id, leaf) WHERE (kind = 'acts'::text);
CREATE INDEX leaves_at ON evidence.leaves USING brin (at);
CREATE INDEX leaves_commit ON evidence.leaves USING btree (book_id, commit_number);
CREATE INDEX leaves_key ON evidence.leaves USING btree (book_id, leaf) WHERE (kind = 'key'::text);
CREATE INDEX leaves_participant ON evidence.leaves USING btree (book_id, participant_id, leaf) WHERE (participant_id IS NOT NULL);
alter table evidence.leaves enable row level security;
create policy tenants on evidence.leaves for select;

create table evidence.nodes (
  book_id integer not null,
  level integer not null,
  number bigint not null,
  hash bytea not null,
  constraint nodes_pkey PRIMARY KEY (book_id, level, number)
);
alter table evidence.nodes enable row level security;
create policy everyone on evidence.nodes for select;

create table leaving.exports (
  export_id uuid not null,
  organisation_id text not null,
  state text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  ready_at timestamp with time zone,
  expires_at timestamp with time zone,
  bytes bigint,
  sha256 bytea,
  file_rows bigint,
  constraint exports_check CHECK (((state = ANY (ARRAY['ready'::text, 'expired'::text])) = (ready_at IS NOT NULL))),
  constraint exports_check1 CHECK (((ready_at IS NULL) = (sha256 IS NULL))),
  constraint exports_check2 CHECK (((ready_at IS NULL) = (expires_at IS NULL))),
  constraint exports_pkey PRIMARY KEY (export_id),
  constraint exports_state_check CHECK ((state = ANY (ARRAY['working'::text, 'ready'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX exports_organisation ON leaving.exports USING btree (organisation_id, asked_at);
CREATE UNIQUE INDEX exports_working ON leaving.exports USING btree (organisation_id) WHERE (state = 'working'::text);
alter table leaving.exports enable row level security;
create policy tenants on leaving.exports for select;

create view ledger.account_codes (
  book_id integer,
  account_id bigint,
  code text
);

create table ledger.account_terms (
  book_id integer not null,
  account_id bigint not null,
  at timestamp with time zone not null,
  number integer not null,
  overdraft numeric(39,0) not null,
  is_frozen boolean not null,
  constraint account_terms_pkey PRIMARY KEY (book_id, account_id, at, number)
);
alter table ledger.account_terms enable row level security;
create policy tenants on ledger.account_terms for select;

create table ledger.accounts (
  book_id integer not null,
  account_id bigint not null,
  code text not null,
  currency text not null,
  normal_side text not null,
  is_limited boolean not null,
  overdraft numeric(39,0) not null,
  is_frozen boolean not null,
  opened_at timestamp with time zone not null,
  constraint accounts_account_id_check CHECK ((account_id > 0)),
  constraint accounts_normal_side_check CHECK ((normal_side = ANY (ARRAY['debit'::text, 'credit'::text]))),
  constraint accounts_overdraft_check CHECK ((overdraft >= (0)::numeric)),
  constraint accounts_pkey PRIMARY KEY (book_id, account_id)
);
CREATE UNIQUE INDEX accounts_code ON ledger.accounts USING btree (book_id, code);
alter table ledger.accounts enable row level security;
create policy tenants on ledger.accounts for select;

create view ledger.balances (
  book_id integer,
  account_id bigint,
  code text,
  currency text,
  normal_side text,
  is_limited boolean,
  overdraft numeric(39,0),
  is_frozen boolean,
  opened_at timestamp with time zone,
  is_closed boolean,
  debits_pending numeric,
  debits_posted numeric,
  credits_pending numeric,
  credits_posted numeric
);

create table ledger.books (
  book_id integer not null,
  name text not null,
  currency text not null,
  created_at timestamp with time zone not null,
  constraint books_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint books_pkey PRIMARY KEY (book_id)
);
alter table ledger.books enable row level security;
create policy everyone on ledger.books for select;

create table ledger.checkpoints (
  book_id integer not null,
  seq bigint not null,
  constraint checkpoints_pkey PRIMARY KEY (book_id)
);
alter table ledger.checkpoints enable row level security;
create policy everyone on ledger.checkpoints for select;

create view ledger.entries (
  book_id integer,
  account_id bigint,
  seq bigint
);

create table ledger.folios (
  book_id integer not null,
  account_id bigint not null,
  through_seq bigint not null,
  through_at timestamp with time zone not null,
  debits_pending numeric(39,0) not null,
  debits_posted numeric(39,0) not null,
  credits_pending numeric(39,0) not null,
  credits_posted numeric(39,0) not null,
  entries bigint[] not null,
  constraint folios_pkey PRIMARY KEY (book_id, account_id, through_seq)
);
alter table ledger.folios enable row level security;
create policy tenants on ledger.folios for select;

create view ledger.movements (
  book_id integer,
  account_id bigint,
  seq bigint,
  at timestamp with time zone,
  transfer_id uuid,
  debits_pending numeric,
  debits_posted numeric,
  credits_pending numeric,
  credits_posted numeric
);

create table ledger.open_holds (
  book_id integer not null,
  transfer_id uuid not null,
  seq bigint not null,
  constraint open_holds_pkey PRIMARY KEY (book_id, transfer_id)
);
alter table ledger.open_holds enable row level security;
create policy tenants on ledger.open_holds for select;

create table ledger.refused_transfers (
  book_id integer not null,
  transfer_id uuid not null,
  code text not null,
  at timestamp with time zone not null,
  constraint refused_transfers_pkey PRIMARY KEY (book_id, transfer_id)
);
alter table ledger.refused_transfers enable row level security;

create view ledger.tail_entries (
  book_id integer,
  account_id bigint,
  seq bigint,
  at timestamp with time zone,
  transfer_id uuid,
  debits_pending numeric,
  debits_posted numeric,
  credits_pending numeric,
  credits_posted numeric
);

create table ledger.transfers (
  book_id integer not null,
  seq bigint not null,
  transfer_id uuid not null,
  kind smallint not null,
  flags smallint not null,
  code smallint not null,
  debit_account_id bigint not null,
  credit_account_id bigint not null,
  amount numeric(39,0) not null,
  released_amount numeric(39,0),
  pending_id uuid,
  timeout_seconds integer,
  reference uuid,
  at timestamp with time zone not null,
  constraint transfers_pkey PRIMARY KEY (book_id, seq)
);
CREATE INDEX transfers_at ON ledger.transfers USING brin (book_id, at);
CREATE UNIQUE INDEX transfers_id ON ledger.transfers USING btree (book_id, transfer_id);
CREATE UNIQUE INDEX transfers_pending ON ledger.transfers USING btree (book_id, pending_id) WHERE (pending_id IS NOT NULL);
alter table ledger.transfers enable row level security;
create policy tenants on ledger.transfers for select;

create table messages.confirmations (
  book_id integer not null,
  participant_id text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  constraint confirmations_pkey PRIMARY KEY (book_id, participant_id, seq)
);
alter table messages.confirmations enable row level security;
create policy tenants on messages.confirmations for select;

create table messages.deliveries (
  book_id integer not null,
  participant_id text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  constraint deliveries_pkey PRIMARY KEY (book_id, participant_id)
);
alter table messages.deliveries enable row level security;
create policy tenants on messages.deliveries for select;

create table messages.inbox (
  book_id integer not null,
  inbox_id uuid not null,
  sender_id text not null,
  message_id text,
  kind text,
  hash bytea not null,
  state text not null,
  transactions integer not null,
  amount numeric(39,0),
  violations integer not null,
  xml text not null,
  answer_kind text not null,
  answer text not null,
  received_at timestamp with time zone not null,
  claims boolean not null,
  constraint inbox_pkey PRIMARY KEY (book_id, inbox_id),
  constraint inbox_state_check CHECK ((state = ANY (ARRAY['accepted'::text, 'refused'::text])))
);
CREATE INDEX inbox_received ON messages.inbox USING btree (book_id, received_at, inbox_id);
CREATE INDEX inbox_sent ON messages.inbox USING btree (book_id, sender_id, received_at);
CREATE INDEX inbox_unclaimed ON messages.inbox USING btree (book_id, sender_id, message_id, hash) WHERE (NOT claims);
CREATE UNIQUE INDEX inbox_message ON messages.inbox USING btree (book_id, sender_id, message_id) WHERE claims;
alter table messages.inbox enable row level security;
create policy tenants on messages.inbox for select;

create table messages.outbox (
  book_id integer not null,
  participant_id text not null,
  seq bigint not null,
  kind text not null,
  payment_id uuid,
  inbox_id uuid,
  xml text not null,
  at timestamp with time zone not null,
  constraint outbox_pkey PRIMARY KEY (book_id, participant_id, seq)
);
CREATE INDEX outbox_at ON messages.outbox USING btree (book_id, at);
CREATE INDEX outbox_inbox ON messages.outbox USING btree (book_id, inbox_id) WHERE (inbox_id IS NOT NULL);
CREATE INDEX outbox_payment ON messages.outbox USING btree (book_id, payment_id) WHERE (payment_id IS NOT NULL);
alter table messages.outbox enable row level security;
create policy tenants on messages.outbox for select;

create table messages.statements (
  book_id integer not null,
  participant_id text not null,
  business_date date not null,
  page integer not null,
  is_last boolean not null,
  constraint statements_pkey PRIMARY KEY (book_id, participant_id, business_date, page)
);
alter table messages.statements enable row level security;
create policy tenants on messages.statements for select;

create table messages.waiting (
  book_id integer not null,
  payment_id uuid not null,
  kind text not null,
  answers text not null,
  transaction text not null,
  constraint waiting_pkey PRIMARY KEY (book_id, payment_id)
);
alter table messages.waiting enable row level security;

create table people.acts (
  number bigint generated as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  organisation_id text,
  person_id text,
  session_id text,
  address text,
  detail text,
  constraint acts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint acts_pkey PRIMARY KEY (number)
);
CREATE INDEX acts_person ON people.acts USING btree (person_id, number);
alter table people.acts enable row level security;
create policy tenants on people.acts for select;

create table people.attempts (
  subject text not null,
  failures integer not null,
  failed_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint attempts_pkey PRIMARY KEY (subject)
);
alter table people.attempts enable row level security;

create table people.challenges (
  challenge text not null,
  purpose text not null,
  person_id text,
  enrolment_id text,
  expires_at timestamp with time zone not null,
  constraint challenges_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES people.enrolments(enrolment_id),
  constraint challenges_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint challenges_pkey PRIMARY KEY (challenge),
  constraint challenges_purpose CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'enrol'::text, 'add-device'::text, 'confirm'::text, 'add-another'::text])))
);
CREATE INDEX challenges_age ON people.challenges USING btree (expires_at);
alter table people.challenges enable row level security;

create table people.devices (
  device_id text not null,
  person_id text not null,
  credential_id text not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint devices_credential_id_key UNIQUE (credential_id),
  constraint devices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint devices_pkey PRIMARY KEY (device_id)
);
CREATE INDEX devices_person ON people.devices USING btree (person_id, created_at);
alter table people.devices enable row level security;
create policy tenants on people.devices for select;

create table people.enrolments (
  enrolment_id text not null,
  person_id text not null,
  purpose text not null,
  token_hash bytea not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  recovery_id text,
  first_by text,
  second_by text,
  constraint enrolments_check CHECK (((purpose = 'recovery'::text) = ((recovery_id IS NOT NULL) AND (first_by IS NOT NULL) AND (second_by IS NOT NULL)))),
  constraint enrolments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint enrolments_pkey PRIMARY KEY (enrolment_id),
  constraint enrolments_purpose_check CHECK ((purpose = ANY (ARRAY['first'::text, 'invitation'::text, 'recovery'::text]))),
  constraint enrolments_recovery_id_key UNIQUE (recovery_id),
  constraint enrolments_recovery_id_person_id_first_by_second_by_fkey FOREIGN KEY (recovery_id, person_id, first_by, second_by) REFERENCES people.recoveries(recovery_id, person_id, first_by, second_by),
  constraint enrolments_token_hash_key UNIQUE (token_hash)
);
CREATE UNIQUE INDEX enrolments_open ON people.enrolments USING btree (person_id) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL));
alter table people.enrolments enable row level security;
create policy tenants on people.enrolments for select;

create table people.identities (
  person_id text not null,
  organisation_id text not null,
  issuer text not null,
  subject text not null,
  bound_at timestamp with time zone not null,
  constraint identities_organisation_id_issuer_subject_key UNIQUE (organisation_id, issuer, subject),
  constraint identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint identities_pkey PRIMARY KEY (person_id)
);
alter table people.identities enable row level security;
create policy tenants on people.identities for select;

create table people.people (
  person_id text not null,
  organisation_id text not null,
  login text not null,
  name text not null,
  roles text[] not null,
  state text not null,
  user_handle bytea not null,
  created_at timestamp with time zone not null,
  constraint people_login_check CHECK ((login = lower(login))),
  constraint people_login_key UNIQUE (login),
  constraint people_pkey PRIMARY KEY (person_id),
  constraint people_state_check CHECK ((state = ANY (ARRAY['active'::text, 'locked'::text, 'left'::text]))),
  constraint people_user_handle_key UNIQUE (user_handle)
);
CREATE INDEX people_organisation ON people.people USING btree (organisation_id, login);
alter table people.people enable row level security;
create policy tenants on people.people for select;

create table people.provider_flows (
  state text not null,
  browser_hash bytea not null,
  organisation_id text not null,
  enrolment_id text,
  nonce text not null,
  verifier text not null,
  expires_at timestamp with time zone not null,
  constraint provider_flows_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES people.enrolments(enrolment_id),
  constraint provider_flows_pkey PRIMARY KEY (state)
);
CREATE INDEX provider_flows_age ON people.provider_flows USING btree (expires_at);
alter table people.provider_flows enable row level security;

create table people.providers (
  organisation_id text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret bytea not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint providers_pkey PRIMARY KEY (organisation_id)
);
alter table people.providers enable row level security;
create policy tenants on people.providers for select;

create table people.recoveries (
  recovery_id text not null,
  person_id text not null,
  reason text not null,
  first_by text not null,
  first_at timestamp with time zone not null,
  second_by text,
  second_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint recoveries_check CHECK ((first_by <> person_id)),
  constraint recoveries_check1 CHECK ((second_by <> person_id)),
  constraint recoveries_check2 CHECK ((second_by <> first_by)),
  constraint recoveries_check3 CHECK (((second_by IS NULL) = (second_at IS NULL))),
  constraint recoveries_first_by_fkey FOREIGN KEY (first_by) REFERENCES people.people(person_id),
  constraint recoveries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint recoveries_pkey PRIMARY KEY (recovery_id),
  constraint recoveries_recovery_id_person_id_first_by_second_by_key UNIQUE (recovery_id, person_id, first_by, second_by),
  constraint recoveries_second_by_fkey FOREIGN KEY (second_by) REFERENCES people.people(person_id)
);
CREATE UNIQUE INDEX recoveries_open ON people.recoveries USING btree (person_id) WHERE ((second_by IS NULL) AND (withdrawn_at IS NULL));
alter table people.recoveries enable row level security;
create policy tenants on people.recoveries for select;

create table people.sessions (
  session_id text not null,
  secret_hash bytea not null,
  person_id text not null,
  method text not null,
  device_id text,
  address text not null,
  agent text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint sessions_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint sessions_check1 CHECK (((method = 'passkey'::text) = (device_id IS NOT NULL))),
  constraint sessions_device_id_fkey FOREIGN KEY (device_id) REFERENCES people.devices(device_id),
  constraint sessions_ended_by CHECK ((ended_by = ANY (ARRAY['signed-out'::text, 'ended'::text, 'everywhere'::text, 'locked'::text, 'left'::text, 'recovered'::text, 'device-removed'::text, 'provider-changed'::text]))),
  constraint sessions_method CHECK ((method = ANY (ARRAY['passkey'::text, 'demo'::text, 'provider'::text]))),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(person_id),
  constraint sessions_pkey PRIMARY KEY (session_id),
  constraint sessions_secret_hash_key UNIQUE (secret_hash)
);
CREATE INDEX sessions_person ON people.sessions USING btree (person_id, created_at);
alter table people.sessions enable row level security;
create policy tenants on people.sessions for select;

create table platform.done_once (
  name text not null,
  done_at timestamp with time zone not null,
  constraint done_once_pkey PRIMARY KEY (name)
);
alter table platform.done_once enable row level security;

create table platform.idempotency_keys (
  caller text not null,
  key text not null,
  request_hash bytea not null,
  created_at timestamp with time zone not null,
  status smallint,
  content_type text,
  answer text,
  constraint idempotency_keys_pkey PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_keys_age ON platform.idempotency_keys USING btree (created_at);
alter table platform.idempotency_keys enable row level security;

create table platform.migrations (
  part text not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null,
  constraint migrations_pkey PRIMARY KEY (part, name)
);
alter table platform.migrations enable row level security;

create table platform.writers (
  book_id integer not null,
  term bigint not null,
  holder text not null,
  backend integer not null,
  commits bigint not null,
  decided_at timestamp with time zone not null,
  taken_at timestamp with time zone not null,
  constraint writers_pkey PRIMARY KEY (book_id)
);
alter table platform.writers enable row level security;

create table quotas.acts (
  number bigint generated as identity not null,
  organisation_id text not null,
  environment text not null,
  service text not null,
  measure text not null,
  soft numeric(39,0),
  hard numeric(39,0),
  at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint acts_pkey PRIMARY KEY (number)
);
CREATE INDEX acts_organisation ON quotas.acts USING btree (organisation_id, number);
alter table quotas.acts enable row level security;
create policy tenants on quotas.acts for select;

create table quotas.counted_days (
  book_id integer not null,
  environment text not null,
  usage_date date not null,
  counted_at timestamp with time zone not null,
  constraint counted_days_pkey PRIMARY KEY (book_id, environment, usage_date)
);
alter table quotas.counted_days enable row level security;
create policy everyone on quotas.counted_days for select;

create table quotas.quotas (
  organisation_id text not null,
  environment text not null,
  service text not null,
  measure text not null,
  soft numeric(39,0),
  hard numeric(39,0),
  constraint quotas_check CHECK ((soft <= hard)),
  constraint quotas_environment_check CHECK ((environment = ANY (ARRAY['live'::text, 'certification'::text, 'sandbox'::text]))),
  constraint quotas_hard_check CHECK ((hard >= (0)::numeric)),
  constraint quotas_pkey PRIMARY KEY (organisation_id, environment, service, measure),
  constraint quotas_soft_check CHECK ((soft >= (0)::numeric))
);
alter table quotas.quotas enable row level security;
create policy tenants on quotas.quotas for select;

create table quotas.stored_days (
  book_id integer not null,
  participant_id text not null,
  usage_date date not null,
  bytes numeric(39,0) not null,
  constraint stored_days_pkey PRIMARY KEY (book_id, usage_date, participant_id)
);
alter table quotas.stored_days enable row level security;
create policy tenants on quotas.stored_days for select;

create table quotas.usage_events (
  book_id integer not null,
  environment text not null,
  participant_id text not null,
  usage_date date not null,
  measure text not null,
  quantity numeric(39,0) not null,
  constraint usage_events_book_id_environment_usage_date_fkey FOREIGN KEY (book_id, environment, usage_date) REFERENCES quotas.counted_days(book_id, environment, usage_date),
  constraint usage_events_measure_check CHECK ((measure = ANY (ARRAY['payments'::text, 'value'::text, 'messages-in'::text, 'messages-out'::text]))),
  constraint usage_events_pkey PRIMARY KEY (book_id, environment, participant_id, usage_date, measure),
  constraint usage_events_quantity_check CHECK ((quantity > (0)::numeric))
);
alter table quotas.usage_events enable row level security;
create policy tenants on quotas.usage_events for select;

create table request_log.dropped (
  organisation_id text not null,
  number bigint generated as identity not null,
  at timestamp with time zone not null,
  count integer not null,
  constraint dropped_pkey PRIMARY KEY (organisation_id, number)
);
alter table request_log.dropped enable row level security;
create policy tenants on request_log.dropped for select;

create table request_log.requests (
  organisation_id text not null,
  request_id uuid not null,
  at timestamp with time zone not null,
  environment text not null,
  method text not null,
  path text not null,
  target text not null,
  status smallint not null,
  code text,
  field text,
  micros bigint not null,
  actor text not null,
  key_id text,
  idempotency_key text,
  bytes_in bigint not null,
  bytes_out bigint not null,
  asked_type text,
  asked text,
  answered_type text,
  answered text,
  constraint requests_check CHECK (((environment <> 'live'::text) OR ((asked IS NULL) AND (answered IS NULL)))),
  constraint requests_environment_check CHECK ((environment = ANY (ARRAY['live'::text, 'certification'::text, 'sandbox'::text]))),
  constraint requests_pkey PRIMARY KEY (organisation_id, request_id)
);
CREATE INDEX requests_age ON request_log.requests USING btree (at);
CREATE INDEX requests_at ON request_log.requests USING btree (organisation_id, at DESC, request_id DESC);
alter table request_log.requests enable row level security;
create policy tenants on request_log.requests for select;

create table settlement.acts (
  book_id integer not null,
  commit_number bigint not null,
  number integer not null,
  at timestamp with time zone not null,
  subject text not null,
  subject_id text not null,
  actor text not null,
  text_en text not null,
  text_zh text not null,
  reason text,
  constraint acts_pkey PRIMARY KEY (book_id, commit_number, number)
);
CREATE INDEX acts_subject ON settlement.acts USING btree (book_id, subject, subject_id);
alter table settlement.acts enable row level security;
create policy tenants on settlement.acts for select;

create table settlement.bilateral_limits (
  book_id integer not null,
  participant_id text not null,
  counterparty_id text not null,
  amount numeric(39,0) not null,
  used numeric(39,0) not null,
  constraint bilateral_limits_pkey PRIMARY KEY (book_id, participant_id, counterparty_id)
);
alter table settlement.bilateral_limits enable row level security;
create policy tenants on settlement.bilateral_limits for select;

create table settlement.clearing_batches (
  book_id integer not null,
  batch_id uuid not null,
  house_id text not null,
  reference text not null,
  state text not null,
  positions jsonb not null,
  gross numeric(39,0),
  received_at timestamp with time zone not null,
  information_ends_at timestamp with time zone not null,
  settle_by timestamp with time zone not null,
  settled_at timestamp with time zone,
  guarantee_used numeric(39,0) not null,
  constraint clearing_batches_pkey PRIMARY KEY (book_id, batch_id),
  constraint clearing_batches_state_check CHECK ((state = ANY (ARRAY['informing'::text, 'waiting'::text, 'settled'::text, 'rejected'::text])))
);
CREATE INDEX clearing_batches_received ON settlement.clearing_batches USING btree (book_id, received_at);
CREATE UNIQUE INDEX clearing_batches_reference ON settlement.clearing_batches USING btree (book_id, house_id, reference);
alter table settlement.clearing_batches enable row level security;
create policy tenants on settlement.clearing_batches for select;

create table settlement.days (
  book_id integer not null,
  business_date date not null,
  state text not null,
  phases jsonb not null,
  phase_index smallint not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  returned_count bigint not null,
  constraint days_pkey PRIMARY KEY (book_id, business_date),
  constraint days_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'open'::text, 'closing'::text, 'closed'::text])))
);
alter table settlement.days enable row level security;
create policy everyone on settlement.days for select;

create table settlement.modes (
  book_id integer not null,
  liquidity_saving text not null,
  constraint modes_liquidity_saving_check CHECK ((liquidity_saving = ANY (ARRAY['none'::text, 'bilateral'::text, 'gridlock'::text, 'full'::text]))),
  constraint modes_pkey PRIMARY KEY (book_id)
);
alter table settlement.modes enable row level security;
create policy everyone on settlement.modes for select;

create table settlement.participants (
  book_id integer not null,
  participant_id text not null,
  number integer not null,
  account_id bigint not null,
  profile jsonb not null,
  standing text not null,
  left_on date,
  coming jsonb,
  minimum_reserve numeric(39,0) not null,
  collateral jsonb not null,
  reservation_highly_urgent numeric(39,0) not null,
  reservation_urgent numeric(39,0) not null,
  reserved_highly_urgent numeric(39,0) not null,
  reserved_urgent numeric(39,0) not null,
  multilateral_limit numeric(39,0),
  multilateral_used numeric(39,0),
  constraint participants_pkey PRIMARY KEY (book_id, participant_id),
  constraint participants_standing_check CHECK ((standing = ANY (ARRAY['joining'::text, 'active'::text, 'suspended'::text, 'left'::text])))
);
alter table settlement.participants enable row level security;
create policy tenants on settlement.participants for select;

create table settlement.payments (
  book_id integer not null,
  payment_id uuid not null,
  number bigint not null,
  uetr uuid,
  kind text not null,
  sender_id text not null,
  receiver_id text not null,
  amount numeric(39,0) not null,
  rank smallint not null,
  state text not null,
  reason text,
  place bigint not null,
  value_date date not null,
  received_at timestamp with time zone not null,
  queued_at timestamp with time zone,
  earliest_at timestamp with time zone,
  latest_at timestamp with time zone,
  is_warned boolean not null,
  settled_at timestamp with time zone,
  settled_how text,
  set_id uuid,
  settled_commit bigint,
  ended_at timestamp with time zone,
  message_id text,
  instruction_id text,
  end_to_end_id text,
  transaction_id text,
  clearing_reference text,
  returns_id uuid,
  wanted_at timestamp with time zone,
  asked_date date,
  instructed_by text,
  constraint payments_pkey PRIMARY KEY (book_id, payment_id)
);
CREATE INDEX payments_day ON settlement.payments USING brin (value_date, settled_at) WITH (autosummarize='on');
CREATE INDEX payments_end_to_end ON settlement.payments USING btree (book_id, end_to_end_id text_pattern_ops);
CREATE INDEX payments_instructed ON settlement.payments USING btree (book_id, instructed_by, number) WHERE (instructed_by IS NOT NULL);
CREATE INDEX payments_instruction ON settlement.payments USING btree (book_id, instruction_id text_pattern_ops) WHERE (instruction_id IS NOT NULL);
CREATE INDEX payments_message ON settlement.payments USING btree (book_id, message_id text_pattern_ops);
CREATE INDEX payments_open ON settlement.payments USING btree (book_id, state) WHERE (state = ANY (ARRAY['queued'::text, 'warehoused'::text]));
CREATE INDEX payments_received ON settlement.payments USING btree (book_id, received_at, payment_id);
CREATE INDEX payments_rejected ON settlement.payments USING btree (book_id, uetr) WHERE (state = 'rejected'::text);
CREATE INDEX payments_returns ON settlement.payments USING btree (book_id, returns_id) WHERE (returns_id IS NOT NULL);
CREATE INDEX payments_set ON settlement.payments USING btree (book_id, set_id) WHERE (set_id IS NOT NULL);
CREATE UNIQUE INDEX payments_uetr ON settlement.payments USING btree (book_id, uetr) WHERE ((uetr IS NOT NULL) AND (state <> 'rejected'::text));
alter table settlement.payments enable row level security;
create policy tenants on settlement.payments for select;

create table simulator.simulations (
  simulation_id uuid not null,
  number bigint generated as identity not null,
  name text not null,
  lsm text not null,
  state text not null,
  currency text not null,
  balances_csv text not null,
  payments_csv text not null,
  payment_count integer default 0 not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  result json,
  problem json,
  input_problems json,
  constraint simulations_lsm_check CHECK ((lsm = ANY (ARRAY['none'::text, 'bilateral'::text, 'gridlock'::text, 'full'::text]))),
  constraint simulations_pkey PRIMARY KEY (simulation_id),
  constraint simulations_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX simulations_unfinished ON simulator.simulations USING btree (state) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE UNIQUE INDEX simulations_number ON simulator.simulations USING btree (number);
alter table simulator.simulations enable row level security;

create table status.acts (
  number bigint generated as identity not null,
  notice_id uuid not null,
  version integer not null,
  kind text not null,
  state text not null,
  services text[] not null,
  title_en text not null,
  title_zh text not null,
  text_en text not null,
  text_zh text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  at timestamp with time zone not null,
  actor text not null,
  constraint acts_check CHECK ((starts_at < ends_at)),
  constraint acts_check1 CHECK (((kind = 'maintenance'::text) = (ends_at IS NOT NULL))),
  constraint acts_check2 CHECK (
CASE kind
    WHEN 'incident'::text THEN (state = ANY (ARRAY['investigating'::text, 'identified'::text, 'monitoring'::text, 'resolved'::text]))
    ELSE (state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text]))
END),
  constraint acts_kind_check CHECK ((kind = ANY (ARRAY['incident'::text, 'maintenance'::text]))),
  constraint acts_notice_id_version_key UNIQUE (notice_id, version),
  constraint acts_pkey PRIMARY KEY (number),
  constraint acts_services_check CHECK ((cardinality(services) > 0)),
  constraint acts_version_check CHECK ((version > 0))
);
alter table status.acts enable row level security;

create table subscriptions.acts (
  number bigint generated as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  service text not null,
  organisation_id text,
  subscription_id uuid,
  monthly_price numeric(39,0),
  from_date date,
  reason text,
  constraint acts_pkey PRIMARY KEY (number)
);
CREATE INDEX acts_organisation ON subscriptions.acts USING btree (organisation_id, number);
alter table subscriptions.acts enable row level security;
create policy tenants on subscriptions.acts for select;

create table subscriptions.prices (
  service text not null,
  number bigint generated as identity not null,
  from_date date not null,
  monthly_price numeric(39,0) not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  reason text not null,
  constraint prices_monthly_price_check CHECK ((monthly_price >= (0)::numeric)),
  constraint prices_pkey PRIMARY KEY (service, number)
);
alter table subscriptions.prices enable row level security;
create policy everyone on subscriptions.prices for select;

create table subscriptions.subscriptions (
  organisation_id text not null,
  subscription_id uuid not null,
  service text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  asked_by_id text,
  decided_at timestamp with time zone,
  decided_by text,
  decided_by_id text,
  decision_reason text,
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  constraint subscriptions_check CHECK ((decided_by_id <> asked_by_id)),
  constraint subscriptions_check1 CHECK (((began_at IS NOT NULL) = (state = ANY (ARRAY['active'::text, 'ended'::text])))),
  constraint subscriptions_check2 CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['refused'::text, 'withdrawn'::text, 'ended'::text])))),
  constraint subscriptions_pkey PRIMARY KEY (organisation_id, subscription_id),
  constraint subscriptions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'active'::text, 'refused'::text, 'withdrawn'::text, 'ended'::text])))
);
CREATE INDEX subscriptions_waiting ON subscriptions.subscriptions USING btree (asked_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX subscriptions_open ON subscriptions.subscriptions USING btree (organisation_id, service) WHERE (state = ANY (ARRAY['waiting'::text, 'active'::text]));
alter table subscriptions.subscriptions enable row level security;
create policy tenants on subscriptions.subscriptions for select;

create table support.acts (
  number bigint generated as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  organisation_id text not null,
  case_id uuid not null,
  side text not null,
  subject text,
  about_kind text,
  about_id text,
  text text,
  constraint acts_act_check CHECK ((act = ANY (ARRAY['asked'::text, 'replied'::text, 'answered'::text, 'closed'::text]))),
  constraint acts_organisation_id_case_id_fkey FOREIGN KEY (organisation_id, case_id) REFERENCES support.cases(organisation_id, case_id),
  constraint acts_pkey PRIMARY KEY (number),
  constraint acts_side_check CHECK ((side = ANY (ARRAY['institution'::text, 'central-bank'::text]))),
  constraint acts_text_check CHECK ((length(text) <= 4000))
);
CREATE INDEX acts_case ON support.acts USING btree (organisation_id, case_id, number);
alter table support.acts enable row level security;
create policy tenants on support.acts for select;

create table support.cases (
  organisation_id text not null,
  case_id uuid not null,
  kind text not null,
  subject text not null,
  about_kind text,
  about_id text,
  state text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  changed_at timestamp with time zone not null,
  posts integer not null,
  constraint cases_about_id_check CHECK ((length(about_id) <= 100)),
  constraint cases_about_kind_check CHECK ((about_kind = ANY (ARRAY['request'::text, 'payment'::text, 'message'::text]))),
  constraint cases_check CHECK (((about_kind IS NULL) = (about_id IS NULL))),
  constraint cases_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'fault'::text]))),
  constraint cases_pkey PRIMARY KEY (organisation_id, case_id),
  constraint cases_posts_check CHECK (((posts >= 1) AND (posts <= 100))),
  constraint cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text]))),
  constraint cases_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 120)))
);
CREATE INDEX cases_changed ON support.cases USING btree (organisation_id, changed_at);
CREATE INDEX cases_waiting ON support.cases USING btree (changed_at) WHERE (state = 'open'::text);
alter table support.cases enable row level security;
create policy tenants on support.cases for select;

create table webhooks.acts (
  number bigint generated as identity not null,
  endpoint_id text not null,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  reason text,
  constraint acts_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhooks.endpoints(endpoint_id),
  constraint acts_pkey PRIMARY KEY (number)
);
CREATE INDEX acts_endpoint ON webhooks.acts USING btree (endpoint_id, number);
alter table webhooks.acts enable row level security;
create policy tenants on webhooks.acts for select;

create table webhooks.attempts (
  delivery bigint not null,
  attempt integer not null,
  at timestamp with time zone not null,
  duration_ms integer not null,
  status integer,
  failure text,
  answer text not null,
  constraint attempts_delivery_fkey FOREIGN KEY (delivery) REFERENCES webhooks.deliveries(number) ON DELETE CASCADE,
  constraint attempts_pkey PRIMARY KEY (delivery, attempt)
);
alter table webhooks.attempts enable row level security;
create policy tenants on webhooks.attempts for select;

create table webhooks.deliveries (
  number bigint generated as identity not null,
  endpoint_id text not null,
  event_id text not null,
  cause text not null,
  state text not null,
  failures integer not null,
  created_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint deliveries_cause_check CHECK ((cause = ANY (ARRAY['event'::text, 'replay'::text, 'test'::text]))),
  constraint deliveries_check CHECK (((state = 'pending'::text) = (ended_at IS NULL))),
  constraint deliveries_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES webhooks.endpoints(endpoint_id),
  constraint deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES webhooks.events(event_id),
  constraint deliveries_pkey PRIMARY KEY (number),
  constraint deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
);
CREATE INDEX deliveries_endpoint ON webhooks.deliveries USING btree (endpoint_id, number);
CREATE INDEX deliveries_event ON webhooks.deliveries USING btree (event_id);
CREATE INDEX deliveries_pending ON webhooks.deliveries USING btree (endpoint_id, number) WHERE (state = 'pending'::text);
alter table webhooks.deliveries enable row level security;
create policy tenants on webhooks.deliveries for select;

create table webhooks.endpoints (
  endpoint_id text not null,
  organisation_id text not null,
  url text not null,
  description text not null,
  events text[] not null,
  state text not null,
  disabled_because text,
  disabled_at timestamp with time zone,
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamp with time zone,
  created_at timestamp with time zone not null,
  last_success_at timestamp with time zone,
  constraint endpoints_check CHECK (((state = 'disabled'::text) = (disabled_because IS NOT NULL))),
  constraint endpoints_disabled_because_check CHECK ((disabled_because = ANY (ARRAY['gone'::text, 'failing'::text]))),
  constraint endpoints_pkey PRIMARY KEY (endpoint_id),
  constraint endpoints_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text, 'removed'::text])))
);
CREATE INDEX endpoints_organisation ON webhooks.endpoints USING btree (organisation_id, created_at, endpoint_id);
alter table webhooks.endpoints enable row level security;
create policy tenants on webhooks.endpoints for select;

create table webhooks.events (
  event_id text not null,
  number bigint generated as identity not null,
  organisation_id text not null,
  type text not null,
  occurred_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  body text not null,
  constraint events_pkey PRIMARY KEY (event_id)
);
CREATE INDEX events_age ON webhooks.events USING btree (made_at);
CREATE INDEX events_organisation ON webhooks.events USING btree (organisation_id, occurred_at);
alter table webhooks.events enable row level security;
create policy tenants on webhooks.events for select;

create table webhooks.positions (
  book_id integer not null,
  leaf bigint not null,
  constraint positions_pkey PRIMARY KEY (book_id)
);
alter table webhooks.positions enable row level security;

create function approvals.of_tenant() returns text[] language sql as $$
  select array['participant ' || platform.tenant_participant(), 'organisation ' || platform.tenant_organisation()]
$$;

create function ledger.accounts_of_tenant() returns bigint[] language sql as $$ select coalesce(array_agg(account_id), '{}') from ledger.accounts $$;

create function ledger.balances_through(book integer, through bigint) returns TABLE(account_id bigint, debits_pending numeric, debits_posted numeric, credits_pending numeric, credits_posted numeric) language sql as $$
  select a.account_id,
         coalesce(f.debits_pending, 0)  + coalesce(p.debits_pending, 0)  + coalesce(t.debits_pending, 0),
         coalesce(f.debits_posted, 0)   + coalesce(p.debits_posted, 0)   + coalesce(t.debits_posted, 0),
         coalesce(f.credits_pending, 0) + coalesce(p.credits_pending, 0) + coalesce(t.credits_pending, 0),
         coalesce(f.credits_posted, 0)  + coalesce(p.credits_posted, 0)  + coalesce(t.credits_posted, 0)
  from ledger.accounts a
  left join lateral (
    select f.* from ledger.folios f
    where f.book_id = a.book_id and f.account_id = a.account_id and f.through_seq <= through
    order by f.through_seq desc
    limit 1
  ) f on true
  left join lateral (
    select sum(m.debits_pending) as debits_pending, sum(m.debits_posted) as debits_posted,
           sum(m.credits_pending) as credits_pending, sum(m.credits_posted) as credits_posted
    from (
      select n.entries from ledger.folios n
      where n.book_id = a.book_id and n.account_id = a.account_id and n.through_seq > through
      order by n.through_seq
      limit 1
    ) n
    cross join lateral unnest(n.entries) as e(seq)
    join ledger.movements m on m.book_id = a.book_id and m.seq = e.seq and m.account_id = a.account_id
    where e.seq <= through
  ) p on true
  left join (
    select m.account_id,
           sum(m.debits_pending) as debits_pending, sum(m.debits_posted) as debits_posted,
           sum(m.credits_pending) as credits_pending, sum(m.credits_posted) as credits_posted
    from ledger.tail_entries m
    where m.book_id = book and m.seq <= through
    group by m.account_id
  ) t on t.account_id = a.account_id
  where a.book_id = book
$$;

create function ledger.seq_at(book integer, moment timestamp with time zone) returns bigint language sql as $$
  with recursive halves(low, high) as (
    select 0::int8, coalesce(max(seq), 0) from ledger.transfers where book_id = book
    union all
    select case when t.at <= moment then h.middle else h.low end,
           case when t.at <= moment then h.high else h.middle - 1 end
    from (select low, high, (low + high + 1) / 2 as middle from halves where low < high) h
    join ledger.transfers t on t.book_id = book and t.seq = h.middle
  )
  select low from halves where low = high
$$;

create function platform.tenant_organisation() returns text language sql as $$ select nullif(current_setting('feiqian.organisation', true), '') $$;

create function platform.tenant_participant() returns text language sql as $$ select nullif(current_setting('feiqian.participant', true), '') $$;
