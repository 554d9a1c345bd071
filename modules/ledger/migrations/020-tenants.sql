-- What a tenant sees of the books: its own accounts, their pages, and the transfers that touch them. Whose an account is its
-- code says, after the colon. The views ask as whoever asks them.

alter table ledger.accounts enable row level security;
create policy tenants on ledger.accounts for select
  using (code in ('settlement:' || (select platform.tenant_participant()), 'guarantee:' || (select platform.tenant_participant())));

-- A few numbers, found once a query.
create function ledger.accounts_of_tenant() returns int8[]
language sql stable as $$ select coalesce(array_agg(account_id), '{}') from ledger.accounts $$;

alter table ledger.account_terms enable row level security;
create policy tenants on ledger.account_terms for select
  using (account_id = any ((select ledger.accounts_of_tenant())::int8[]));

alter table ledger.folios enable row level security;
create policy tenants on ledger.folios for select
  using (account_id = any ((select ledger.accounts_of_tenant())::int8[]));

alter table ledger.transfers enable row level security;
create policy tenants on ledger.transfers for select
  using (debit_account_id = any ((select ledger.accounts_of_tenant())::int8[])
      or credit_account_id = any ((select ledger.accounts_of_tenant())::int8[]));

alter table ledger.open_holds enable row level security;
create policy tenants on ledger.open_holds for select
  using (exists (select from ledger.transfers t where t.book_id = open_holds.book_id and t.seq = open_holds.seq));

alter table ledger.books enable row level security;
create policy everyone on ledger.books for select using (true);
alter table ledger.checkpoints enable row level security;
create policy everyone on ledger.checkpoints for select using (true);
-- The writer's own.
alter table ledger.refused_transfers enable row level security;

alter view ledger.movements set (security_invoker = true);
alter view ledger.tail_entries set (security_invoker = true);
alter view ledger.entries set (security_invoker = true);
alter view ledger.balances set (security_invoker = true);

-- An entry names the account on its other side: its code, and nothing else of it. It asks as its owner, and is a barrier.
create view ledger.account_codes with (security_barrier = true) as
select book_id, account_id, code from ledger.accounts;

-- How far the book had come at a moment is found among all transfers, whoever asks; it tells a number alone.
alter function ledger.seq_at(int4, timestamptz) security definer set search_path = pg_catalog, pg_temp;
