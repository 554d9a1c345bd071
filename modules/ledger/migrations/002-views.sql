-- Public views and functions: what reports, auditors and other tools may rely on. All of it is plain SQL over committed
-- rows. A moment is turned into the last transfer decided by then, and everything is told as of that transfer.

-- Both sides of every transfer, as the change each makes to its account's four balances.
create view ledger.movements as
select book_id, debit_account_id as account_id, seq, at, transfer_id,
       case kind when 2 then amount when 1 then 0 else -released_amount end as debits_pending,
       case when kind in (1, 3) then amount else 0 end                      as debits_posted,
       0::numeric                                                           as credits_pending,
       0::numeric                                                           as credits_posted
from ledger.transfers
union all
select book_id, credit_account_id, seq, at, transfer_id,
       0::numeric,
       0::numeric,
       case kind when 2 then amount when 1 then 0 else -released_amount end,
       case when kind in (1, 3) then amount else 0 end
from ledger.transfers;

-- The movements that no folio holds yet.
create view ledger.tail_entries as
select m.*
from ledger.checkpoints c
join ledger.movements m on m.book_id = c.book_id and m.seq > c.seq;

-- Which transfers stand on which account, oldest first by seq.
create view ledger.entries as
select f.book_id, f.account_id, e.seq
from ledger.folios f cross join lateral unnest(f.entries) as e(seq)
union all
select book_id, account_id, seq from ledger.tail_entries;

-- The last transfer decided at or before a moment, 0 when there is none. Transfers are gapless and in the order of time,
-- so it is found by halving.
create function ledger.seq_at(book int4, moment timestamptz) returns int8
language sql stable as $$
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

-- The four balances of every account as of one transfer. An account's last page ended by then is the ground; to it come
-- the movements of the page under way then, or of the tail.
create function ledger.balances_through(book int4, through int8)
returns table (
  account_id int8, debits_pending numeric, debits_posted numeric, credits_pending numeric, credits_posted numeric
)
language sql stable as $$
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
