-- Settlement: participants, their limits, payments, business days, clearing batches, and the trail of acts.

create schema settlement;

create table settlement.participants (
  book_id             int4   not null,
  participant_id      text   not null,
  number              int4   not null, -- order of admission, from 0
  account_id          int8   not null, -- 0 for an indirect participant
  profile             jsonb  not null, -- bic, lei, clearingCodes, kind, name, shortName, settlesThrough, joinedOn
  standing            text   not null check (standing in ('joining', 'active', 'suspended', 'left')),
  left_on             date,
  coming              jsonb, -- {standing, from}: a change planned for a business date
  minimum_reserve     numeric(39) not null,
  collateral          jsonb  not null, -- [{security, marketValueMinor, haircutBasisPoints}]
  reservation_highly_urgent numeric(39) not null,
  reservation_urgent  numeric(39) not null,
  reserved_highly_urgent numeric(39) not null, -- what is left of the reservation
  reserved_urgent     numeric(39) not null,
  multilateral_limit  numeric(39),
  multilateral_used   numeric(39),
  primary key (book_id, participant_id)
);

create table settlement.bilateral_limits (
  book_id         int4        not null,
  participant_id  text        not null,
  counterparty_id text        not null,
  amount          numeric(39) not null,
  used            numeric(39) not null,
  primary key (book_id, participant_id, counterparty_id)
);

create table settlement.payments (
  book_id            int4        not null,
  payment_id         uuid        not null, -- also the id of the transfer that settled it
  number             int8        not null, -- gapless, in order of acceptance; 0 for a rejected one
  uetr               uuid,
  kind               text        not null,
  sender_id          text        not null,
  receiver_id        text        not null,
  amount             numeric(39) not null,
  rank               int2        not null, -- 0 highly urgent, 1 urgent, 2 normal
  state              text        not null,
  reason             text,                 -- why it waits, or the ISO 20022 reason for which it ended
  place              int8        not null, -- order in its sender's line
  value_date         date        not null,
  received_at        timestamptz not null,
  queued_at          timestamptz,
  earliest_at        timestamptz,
  latest_at          timestamptz,
  is_warned          bool        not null,
  settled_at         timestamptz,
  settled_how        text,
  set_id             uuid,
  settled_commit     int8,                 -- the commit that made it final
  ended_at           timestamptz,
  message_id         text,
  instruction_id     text,
  end_to_end_id      text,
  transaction_id     text,
  clearing_reference text,
  returns_id         uuid,
  primary key (book_id, payment_id)
);
create unique index payments_uetr on settlement.payments (book_id, uetr) where uetr is not null and state <> 'rejected';
create index payments_open on settlement.payments (book_id, state) where state in ('queued', 'warehoused');
create index payments_received on settlement.payments (book_id, received_at, payment_id);
create index payments_end_to_end on settlement.payments (book_id, end_to_end_id);
create index payments_message on settlement.payments (book_id, message_id);
create index payments_returns on settlement.payments (book_id, returns_id) where returns_id is not null;

create table settlement.days (
  book_id        int4        not null,
  business_date  date        not null,
  state          text        not null check (state in ('preparing', 'open', 'closing', 'closed')),
  phases         jsonb       not null, -- [{code, title, accepts, startsAt, endsAt, extendedMinutes}], instants in micros
  phase_index    int2        not null,
  opened_at      timestamptz,
  closed_at      timestamptz,
  returned_count int8        not null,
  primary key (book_id, business_date)
);

create table settlement.modes (
  book_id          int4 not null primary key,
  liquidity_saving text not null check (liquidity_saving in ('none', 'bilateral', 'gridlock', 'full'))
);

create table settlement.clearing_batches (
  book_id             int4        not null,
  batch_id            uuid        not null,
  house_id            text        not null,
  reference           text        not null,
  state               text        not null check (state in ('informing', 'waiting', 'settled', 'rejected')),
  positions           jsonb       not null, -- [{participantId, netMinor, paymentId, loanId}]
  gross               numeric(39),
  received_at         timestamptz not null,
  information_ends_at timestamptz not null,
  settle_by           timestamptz not null,
  settled_at          timestamptz,
  guarantee_used      numeric(39) not null,
  primary key (book_id, batch_id)
);
create unique index clearing_batches_reference on settlement.clearing_batches (book_id, house_id, reference);
create index clearing_batches_received on settlement.clearing_batches (book_id, received_at);

create table settlement.acts (
  book_id       int4        not null,
  commit_number int8        not null,
  number        int4        not null, -- within the commit
  at            timestamptz not null,
  subject       text        not null,
  subject_id    text        not null,
  actor         text        not null,
  text_en       text        not null,
  text_zh       text        not null,
  reason        text,
  primary key (book_id, commit_number, number)
);
create index acts_subject on settlement.acts (book_id, subject, subject_id);
