-- The books: accounts, transfers and folios. A transfer is written once and never changed. Balances are not kept in
-- a row of their own: an account's folios (pages) carry the four balances after their last entry, and what came after
-- the last checkpoint is summed from the transfers themselves. That is what lets the writer commit by COPY alone.

create schema ledger;

create table ledger.books (
  book_id    int4        not null primary key,
  name       text        not null,
  currency   text        not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null
);

create table ledger.accounts (
  book_id     int4        not null,
  account_id  int8        not null check (account_id > 0),
  code        text collate "C" not null,
  currency    text        not null,
  normal_side text        not null check (normal_side in ('debit', 'credit')),
  is_limited  bool        not null,
  overdraft   numeric(39) not null check (overdraft >= 0),
  is_frozen   bool        not null,
  opened_at   timestamptz not null,
  primary key (book_id, account_id)
);
create unique index accounts_code on ledger.accounts (book_id, code);

-- Every change of what an account may do, and since when.
create table ledger.account_terms (
  book_id    int4        not null,
  account_id int8        not null,
  at         timestamptz not null,
  number     int4        not null, -- orders changes made at one instant
  overdraft  numeric(39) not null,
  is_frozen  bool        not null,
  primary key (book_id, account_id, at, number)
);

create table ledger.transfers (
  book_id           int4        not null,
  seq               int8        not null, -- gapless in its book, in the order of decision
  transfer_id       uuid        not null,
  kind              int2        not null, -- 1 single, 2 hold, 3 post, 4 release, 5 expire
  flags             int2        not null, -- 1 linked, 2/4 balancing debit/credit, 8/16 closing debit/credit, 32 together
  code              int2        not null,
  debit_account_id  int8        not null,
  credit_account_id int8        not null,
  amount            numeric(39) not null,
  released_amount   numeric(39),          -- post, release, expire: the hold's whole amount
  pending_id        uuid,
  timeout_seconds   int4,                 -- of a hold that expires
  reference         uuid,
  at                timestamptz not null,
  primary key (book_id, seq)
);
create unique index transfers_id on ledger.transfers (book_id, transfer_id);
create unique index transfers_pending on ledger.transfers (book_id, pending_id) where pending_id is not null;
create index transfers_at on ledger.transfers using brin (book_id, at);

-- Holds not yet posted, released or expired; what the writer reloads at start.
create table ledger.open_holds (
  book_id     int4 not null,
  transfer_id uuid not null,
  seq         int8 not null,
  primary key (book_id, transfer_id)
);

-- Ids of transfers refused for a reason that could pass with time: the same id stays refused.
create table ledger.refused_transfers (
  book_id     int4        not null,
  transfer_id uuid        not null,
  code        text        not null,
  at          timestamptz not null,
  primary key (book_id, transfer_id)
);

-- A folio is one page of an account: the transfers on it, in order, and the four balances after the last.
create table ledger.folios (
  book_id         int4        not null,
  account_id      int8        not null,
  through_seq     int8        not null,
  through_at      timestamptz not null,
  debits_pending  numeric(39) not null,
  debits_posted   numeric(39) not null,
  credits_pending numeric(39) not null,
  credits_posted  numeric(39) not null,
  entries         int8[]      not null,
  primary key (book_id, account_id, through_seq)
);
alter table ledger.folios alter column entries set storage plain;

-- Up to which transfer the folios are complete. Each checkpoint moves it from the value it saw, or does nothing.
create table ledger.checkpoints (
  book_id int4 not null primary key,
  seq     int8 not null
);
