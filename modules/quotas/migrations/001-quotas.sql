-- How much an organisation may ask: what differs from the defaults, every change of it, and the usage of days that are over.

create schema quotas;

create table quotas.quotas (
  organisation_id text        not null,
  environment     text        not null check (environment in ('live', 'certification', 'sandbox')),
  service         text        not null,
  measure         text        not null,
  soft            numeric(39) check (soft >= 0), -- null: nothing is said
  hard            numeric(39) check (hard >= 0), -- null: nothing is refused
  primary key (organisation_id, environment, service, measure),
  check (soft <= hard)
);

create table quotas.acts (
  number          int8        not null generated always as identity primary key,
  organisation_id text        not null,
  environment     text        not null,
  service         text        not null,
  measure         text        not null,
  soft            numeric(39),
  hard            numeric(39),
  at              timestamptz not null,
  actor           text        not null,
  reason          text        not null
);
create index acts_organisation on quotas.acts (organisation_id, number);

-- A day whose usage is counted for good, in one transaction with its events: each day once.
create table quotas.counted_days (
  book_id     int4        not null,
  environment text        not null,
  usage_date  date        not null,
  counted_at  timestamptz not null,
  primary key (book_id, environment, usage_date)
);

create table quotas.usage_events (
  book_id        int4        not null,
  environment    text        not null,
  participant_id text        not null,
  usage_date     date        not null,
  measure        text        not null check (measure in ('payments', 'value', 'messages-in', 'messages-out')),
  quantity       numeric(39) not null check (quantity > 0),
  primary key (book_id, environment, participant_id, usage_date, measure),
  foreign key (book_id, environment, usage_date) references quotas.counted_days
);
