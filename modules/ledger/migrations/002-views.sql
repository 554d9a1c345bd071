-- Public views: what reports, auditors and other tools may rely on. All of it is plain SQL over committed rows.

-- The transfers that no folio holds yet.
create view ledger.tail as
select t.*
from ledger.checkpoints c
join ledger.transfers t on t.book_id = c.book_id and t.seq > c.seq;

-- Both sides of each tail transfer, as the change each makes to its account's four balances.
create view ledger.tail_entries as
select book_id, debit_account_id as account_id, seq, at, transfer_id,
       case kind when 2 then amount when 1 then 0 else -released_amount end as debits_pending,
       case when kind in (1, 3) then amount else 0 end                      as debits_posted,
       0::numeric                                                           as credits_pending,
       0::numeric                                                           as credits_posted
from ledger.tail
union all
select book_id, credit_account_id, seq, at, transfer_id,
       0::numeric,
       0::numeric,
       case kind when 2 then amount when 1 then 0 else -released_amount end,
       case when kind in (1, 3) then amount else 0 end
from ledger.tail;

-- Every account with its four balances as of the last commit.
create view ledger.balances as
select a.book_id, a.account_id, a.code, a.currency, a.normal_side, a.is_limited, a.overdraft, a.is_frozen, a.opened_at,
       exists (
         select 1 from ledger.open_holds h
         join ledger.transfers t on t.book_id = h.book_id and t.seq = h.seq
         where h.book_id = a.book_id
           and ((t.flags & 8) <> 0 and t.debit_account_id = a.account_id
             or (t.flags & 16) <> 0 and t.credit_account_id = a.account_id)
       ) as is_closed,
       coalesce(f.debits_pending, 0)  + coalesce(t.debits_pending, 0)  as debits_pending,
       coalesce(f.debits_posted, 0)   + coalesce(t.debits_posted, 0)   as debits_posted,
       coalesce(f.credits_pending, 0) + coalesce(t.credits_pending, 0) as credits_pending,
       coalesce(f.credits_posted, 0)  + coalesce(t.credits_posted, 0)  as credits_posted
from ledger.accounts a
left join lateral (
  select f.debits_pending, f.debits_posted, f.credits_pending, f.credits_posted
  from ledger.folios f
  where f.book_id = a.book_id and f.account_id = a.account_id
  order by f.through_seq desc
  limit 1
) f on true
left join (
  select book_id, account_id,
         sum(debits_pending) as debits_pending, sum(debits_posted) as debits_posted,
         sum(credits_pending) as credits_pending, sum(credits_posted) as credits_posted
  from ledger.tail_entries
  group by book_id, account_id
) t on t.book_id = a.book_id and t.account_id = a.account_id;

-- Which transfers stand on which account, oldest first by seq.
create view ledger.entries as
select f.book_id, f.account_id, e.seq
from ledger.folios f cross join lateral unnest(f.entries) as e(seq)
union all
select book_id, account_id, seq from ledger.tail_entries;
