-- Messages: what came in with its immediate answer, and each participant's outbox in gapless order.

create schema messages;

create table messages.inbox (
  book_id      int4        not null,
  inbox_id     uuid        not null,
  sender_id    text        not null,
  message_id   text,                 -- null when it could not be read, or when another has this id already
  kind         text,
  hash         bytea       not null, -- SHA-256 of the bytes
  state        text        not null check (state in ('accepted', 'refused')),
  transactions int4        not null,
  amount       numeric(39),
  violations   int4        not null,
  xml          text        not null,
  answer_kind  text        not null,
  answer       text        not null,
  received_at  timestamptz not null,
  primary key (book_id, inbox_id)
);
create unique index inbox_message on messages.inbox (book_id, sender_id, message_id) where message_id is not null;
create index inbox_received on messages.inbox (book_id, received_at, inbox_id);

create table messages.outbox (
  book_id        int4        not null,
  participant_id text        not null,
  seq            int8        not null, -- gapless for each participant, from 1
  kind           text        not null,
  payment_id     uuid,
  inbox_id       uuid,
  xml            text        not null,
  at             timestamptz not null,
  primary key (book_id, participant_id, seq)
);
create index outbox_payment on messages.outbox (book_id, payment_id) where payment_id is not null;
create index outbox_at on messages.outbox (book_id, at);

-- How far each participant has confirmed its outbox.
create table messages.deliveries (
  book_id        int4        not null,
  participant_id text        not null,
  seq            int8        not null,
  at             timestamptz not null,
  primary key (book_id, participant_id)
);

-- Which pages of which day's statement were sent: each once.
create table messages.statements (
  book_id        int4 not null,
  participant_id text not null,
  business_date  date not null,
  page           int4 not null,
  is_last        bool not null,
  primary key (book_id, participant_id, business_date, page)
);

-- The forwarded form of each payment that waits: its transaction element, kept until it settles or ends.
create table messages.waiting (
  book_id     int4 not null,
  payment_id  uuid not null,
  kind        text not null,
  answers     text not null, -- JSON: what a later answer must name
  transaction text not null,
  primary key (book_id, payment_id)
);
