-- Simulated days that were asked for: what was given, how far they are, and what came of them. They never touch a book.

create schema simulator;

create table simulator.simulations (
  simulation_id uuid        not null primary key,
  number        int8        not null generated always as identity,
  name          text        not null,
  lsm           text        not null check (lsm in ('none', 'bilateral', 'gridlock', 'full')),
  state         text        not null check (state in ('waiting', 'running', 'done', 'failed')),
  currency      text        not null,
  balances_csv  text        not null,
  payments_csv  text        not null,
  payment_count int4        not null default 0, -- known once the files are read
  created_at    timestamptz not null,
  finished_at   timestamptz,
  result        json,
  problem       json, -- why it failed, as an RFC 9457 problem
  input_problems json -- what is wrong with the files
);
create unique index simulations_number on simulator.simulations (number);
create index simulations_unfinished on simulator.simulations (state) where state in ('waiting', 'running');
