// What must be true of a book's rows, whatever happened while they were written. Each check answers with sentences about
// what it found wrong.
import { type Pool } from '../../platform/postgres/connect.ts';

type Row = Record<string, string | null>;

/** Queries that find what must not be; each row found is one fault. `$1` is the book. */
const MUST_BE_EMPTY: Readonly<Record<string, string>> = {
  'debits and credits differ': `
    select sum(debits_posted) dp, sum(credits_posted) cp, sum(debits_pending) dh, sum(credits_pending) ch
    from ledger.balances where book_id = $1
    having sum(debits_posted) <> sum(credits_posted) or sum(debits_pending) <> sum(credits_pending)`,
  'a balance is not the sum of its transfers': `
    select b.account_id from ledger.balances b
    left join (
      select account_id, sum(debits_pending) dh, sum(debits_posted) dp, sum(credits_pending) ch, sum(credits_posted) cp
      from ledger.movements where book_id = $1 group by account_id) m using (account_id)
    where b.book_id = $1 and (b.debits_pending, b.debits_posted, b.credits_pending, b.credits_posted)
      is distinct from (coalesce(dh, 0), coalesce(dp, 0), coalesce(ch, 0), coalesce(cp, 0))`,
  'the numbers of transfers have a gap': `
    select count(*), max(seq) from ledger.transfers where book_id = $1 having count(*) <> coalesce(max(seq), 0)`,
  'a settled payment has not exactly its one transfer': `
    select p.payment_id, p.state, t.seq from settlement.payments p
    full join (select * from ledger.transfers where book_id = $1 and code = 1) t on t.transfer_id = p.payment_id
    left join settlement.participants s on s.book_id = $1 and s.participant_id = p.sender_id
    left join settlement.participants r on r.book_id = $1 and r.participant_id = p.receiver_id
    where coalesce(p.book_id, $1) = $1 and (
      p.payment_id is null or (t.seq is not null) <> (p.state = 'settled')
      or t.seq is not null and (t.amount, t.debit_account_id, t.credit_account_id, t.at)
        is distinct from (p.amount, s.account_id, r.account_id, p.settled_at))`,
  'a payment has not exactly one outcome': `
    select payment_id, state, settled_at, ended_at from settlement.payments where book_id = $1 and (
      (settled_at is not null) <> (state = 'settled') or (settled_commit is not null) <> (state = 'settled')
      or (ended_at is not null) <> (state in ('cancelled', 'returned', 'rejected'))
      or state = 'queued' and queued_at is null)`,
  'two payments have one number, or a number is missing': `
    select count(*), max(number) from settlement.payments where book_id = $1 and state <> 'rejected'
    having count(distinct number) <> count(*) or coalesce(max(number), 0) <> count(*)`,
  'a payment was settled in a commit that is not there': `
    select payment_id from settlement.payments
    where book_id = $1 and settled_commit > (select commits from platform.writers where book_id = $1)`,
  'more was returned than was paid': `
    select o.payment_id from settlement.payments o
    join (
      select returns_id, sum(amount) back from settlement.payments
      where book_id = $1 and returns_id is not null and state in ('queued', 'warehoused', 'settled') group by 1
    ) r on r.returns_id = o.payment_id
    where o.book_id = $1 and (r.back > o.amount or o.state <> 'settled')`,
  'a clearing batch settled in part': `
    select b.batch_id, b.state, p.n from settlement.clearing_batches b
    left join (
      select set_id, count(*) n from settlement.payments where book_id = $1 and kind = 'clearing' group by 1
    ) p on p.set_id = b.batch_id
    where b.book_id = $1 and coalesce(p.n, 0) <> case b.state when 'settled'
      then (select count(*) from jsonb_array_elements(b.positions) e where e->>'netMinor' <> '0') else 0 end`,
  'an outbox has a gap': `
    select participant_id from messages.outbox where book_id = $1
    group by participant_id having min(seq) <> 1 or max(seq) <> count(*)`,
  'a payment was not forwarded to its receiver exactly once, if and only if it settled': `
    select p.payment_id, p.state, o.n from settlement.payments p
    left join (
      select payment_id, count(*) n, min(participant_id) at_least, max(participant_id) at_most from messages.outbox
      where book_id = $1 and kind ~ '^pacs.00[489]' group by 1
    ) o using (payment_id)
    where p.book_id = $1 and (
      coalesce(o.n, 0) <> (case when p.state = 'settled' and p.kind ~ '^pacs' then 1 else 0 end)
      or o.n > 0 and (o.at_least <> p.receiver_id or o.at_most <> p.receiver_id))`,
  'both ends were not told once of a payment that came without a message to forward': `
    select p.payment_id, p.state, o.n from settlement.payments p
    left join (
      select payment_id, count(*) n from messages.outbox where book_id = $1 and kind ~ '^camt.054' group by 1
    ) o using (payment_id)
    where p.book_id = $1 and coalesce(o.n, 0) <> (case when p.state = 'settled' and p.kind !~ '^pacs' then 2 else 0 end)`,
  'a sender was not told the end of its pending payment exactly once': `
    select p.payment_id, p.state, o.n, o.words from settlement.payments p
    join messages.inbox i on i.book_id = $1 and i.sender_id = p.sender_id and i.message_id = p.message_id and i.claims
    left join (
      select payment_id, participant_id, count(*) n, min(substring(xml from '<TxSts>(\\w+)<')) words
      from messages.outbox
      -- A word that it still waits, before its latest time, is no end.
      where book_id = $1 and kind ~ '^pacs.002' and xml !~ '<TxSts>PDNG<' group by 1, 2
    ) o on o.payment_id = p.payment_id
    cross join lateral (select i.answer ~ ('<TxSts>PDNG</TxSts>((?!</TxInfAndSts>).)*<ClrSysRef>'
      || replace(p.payment_id::text, '-', '')) as pending) a
    where p.book_id = $1 and p.kind ~ '^pacs' and p.state <> 'rejected' and (
      coalesce(o.n, 0) <> (case when a.pending and p.state not in ('queued', 'warehoused') then 1 else 0 end)
      or o.n > 0 and (o.participant_id <> p.sender_id
        or o.words <> case p.state when 'settled' then 'ACSC' when 'cancelled' then 'CANC' else 'RJCT' end))`,
  'what waits to be forwarded is not what is open': `
    select w.payment_id, p.payment_id from (select * from messages.waiting where book_id = $1) w
    full join (
      select * from settlement.payments where book_id = $1 and state in ('queued', 'warehoused') and kind ~ '^pacs'
    ) p using (payment_id) where w.payment_id is null or p.payment_id is null`,
};

export async function checkRows(pool: Pool, bookId: number): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, query] of Object.entries(MUST_BE_EMPTY)) {
    const { rows } = await pool.query<Row>({ name: `check ${sentence}`.slice(0, 60), text: query, values: [bookId] });
    if (rows.length > 0) found.push(`${sentence}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return [...found, ...(await checkLimits(pool, bookId))];
}

/** Walks all transfers: none, nor any set of one moment, took a limited account past its limit, or further past it. */
async function checkLimits(pool: Pool, bookId: number): Promise<string[]> {
  const [accounts, transfers, terms] = await Promise.all([
    pool.query<Row>(
      'select account_id::text id, normal_side side from ledger.accounts where book_id = $1 and is_limited',
      [bookId],
    ),
    pool.query<Row>(
      `select debit_account_id::text debit, credit_account_id::text credit, amount::text, at::text, flags::text
       from ledger.transfers where book_id = $1 and kind = 1 order by seq`,
      [bookId],
    ),
    pool.query<Row>(
      'select account_id::text id, at::text, overdraft::text from ledger.account_terms where book_id = $1 order by at, number',
      [bookId],
    ),
  ]);
  const limited = new Set(accounts.rows.filter(({ side }) => side === 'credit').map(({ id }) => id!));
  const headroom = new Map<string, bigint>();
  const overdraft = new Map<string, bigint>();
  const found: string[] = [];
  let term = 0;
  const applyTerms = (until: string): void => {
    for (; term < terms.rows.length && terms.rows[term]!.at! <= until; term++) {
      const { id, overdraft: next } = terms.rows[term]!;
      headroom.set(id!, (headroom.get(id!) ?? 0n) + BigInt(next!) - (overdraft.get(id!) ?? 0n));
      overdraft.set(id!, BigInt(next!));
    }
  };
  for (let first = 0; first < transfers.rows.length;) {
    const { at } = transfers.rows[first]!;
    let end = first;
    while (transfers.rows[end]?.at === at) end++;
    applyTerms(at!);
    const before = new Map(headroom);
    for (const { debit, credit, amount } of transfers.rows.slice(first, end)) {
      headroom.set(debit!, (headroom.get(debit!) ?? 0n) - BigInt(amount!));
      headroom.set(credit!, (headroom.get(credit!) ?? 0n) + BigInt(amount!));
    }
    for (const id of limited) {
      const [then, now] = [before.get(id) ?? 0n, headroom.get(id) ?? 0n];
      if (now < 0n && now < then) found.push(`account ${id} was taken past its limit at ${at}: ${then} to ${now}`);
    }
    first = end;
  }
  return found;
}
