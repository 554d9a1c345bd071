-- Support: what institutions ask the central bank or report to it. A thread is its acts: what is read is what the evidence has.

create schema support;

create table support.cases (
  organisation_id text        not null,
  case_id         uuid        not null,
  kind            text        not null check (kind in ('question', 'fault')),
  subject         text        not null check (length(subject) between 1 and 120),
  about_kind      text        check (about_kind in ('request', 'payment', 'message')),
  about_id        text        check (length(about_id) <= 100),
  state           text        not null check (state in ('open', 'answered', 'closed')),
  asked_at        timestamptz not null,
  asked_by        text        not null,
  changed_at      timestamptz not null,
  posts           int4        not null check (posts between 1 and 100),
  primary key (organisation_id, case_id),
  check ((about_kind is null) = (about_id is null))
);
create index cases_changed on support.cases (organisation_id, changed_at);
create index cases_waiting on support.cases (changed_at) where state = 'open';

create table support.acts (
  number          int8        not null generated always as identity primary key,
  at              timestamptz not null,
  actor           text        not null,
  act             text        not null check (act in ('asked', 'replied', 'answered', 'closed')),
  organisation_id text        not null,
  case_id         uuid        not null,
  side            text        not null check (side in ('institution', 'central-bank')),
  subject         text, -- of the act that began it, as are the next
  about_kind      text,
  about_id        text,
  text            text        check (length(text) <= 4000), -- null when it was closed without a word
  foreign key (organisation_id, case_id) references support.cases (organisation_id, case_id)
);
create index acts_case on support.acts (organisation_id, case_id, number);

alter table support.cases enable row level security;
create policy tenants on support.cases for select
  using (organisation_id = (select platform.tenant_organisation()));

alter table support.acts enable row level security;
create policy tenants on support.acts for select
  using (organisation_id = (select platform.tenant_organisation()));
