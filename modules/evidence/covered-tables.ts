// Which rows the evidence speaks for, and the one text each is known by. The canonical form of a row is its line in
// PostgreSQL's COPY text format, every column a text of its own: whoever has psql makes the same line, and `sha256sum`
// the same digest. Version 1; a change of any column is a new version of the record that names the table.

export interface CoveredTable {
  readonly name: string;
  /** SQL: the texts that name a row, joined by '/'. */
  readonly key: readonly string[];
  /** SQL: the rows whose keys are in $2, a text[]. */
  readonly lookup: string;
  /** Name and SQL of each column, in the order of the line. */
  readonly columns: readonly (readonly [name: string, sql: string])[];
  /** Kept beside the books, in a transaction of its own; a relay brings its rows to the log (act-relay.ts). */
  readonly isBesideBooks?: true;
}

const plain = (...names: string[]): [string, string][] => names.map((name) => [name, `${name}::text`]);
/** Microseconds since 1970, UTC. */
const micros = (...names: string[]): [string, string][] =>
  names.map((name) => [name, `(extract(epoch from ${name}) * 1000000)::int8::text`]);
const bytes = (name: string): [string, string] => [name, `encode(${name}, 'hex')`];
/** Long texts stand for themselves by their SHA-256. */
const digest = (name: string): [string, string] => [name, `encode(sha256(convert_to(${name}, 'UTF8')), 'hex')`];
/** Acts are numbered as they are written. What people typed, and where they were, the line has as digests. */
const actsOf = (name: string, columns: CoveredTable['columns']): CoveredTable => ({
  name,
  key: ['number::text'],
  lookup: 'number = any($2::text[]::int8[])',
  columns: [...plain('number'), ...micros('at'), ...plain('actor'), ...columns],
  isBesideBooks: true,
});
const part = (number: number, type: string): string => `split_part(k, '/', ${number})::${type}`;

export const COVERED_TABLES: readonly CoveredTable[] = [
  {
    name: 'ledger.accounts',
    key: ['account_id::text'],
    lookup: 'account_id = any($2::text[]::int8[])',
    columns: [
      ...plain('account_id', 'code', 'currency', 'normal_side', 'is_limited', 'overdraft', 'is_frozen'),
      ...micros('opened_at'),
    ],
  },
  {
    name: 'ledger.account_terms',
    key: ['account_id::text', '(extract(epoch from at) * 1000000)::int8::text', 'number::text'],
    lookup: `account_id in (select ${part(1, 'int8')} from unnest($2::text[]) k)`,
    columns: [...plain('account_id'), ...micros('at'), ...plain('number', 'overdraft', 'is_frozen')],
  },
  {
    name: 'ledger.transfers',
    key: ['seq::text'],
    lookup: 'seq = any($2::text[]::int8[])',
    columns: [
      ...plain('seq', 'transfer_id', 'kind', 'flags', 'code', 'debit_account_id', 'credit_account_id', 'amount'),
      ...plain('released_amount', 'pending_id', 'timeout_seconds', 'reference'),
      ...micros('at'),
    ],
  },
  {
    name: 'ledger.refused_transfers',
    key: ['transfer_id::text'],
    lookup: 'transfer_id = any($2::text[]::uuid[])',
    columns: [...plain('transfer_id', 'code'), ...micros('at')],
  },
  {
    name: 'settlement.participants',
    key: ['participant_id'],
    lookup: 'participant_id = any($2::text[])',
    columns: [
      ...plain('participant_id', 'number', 'account_id', 'profile', 'standing', 'left_on', 'coming', 'minimum_reserve'),
      ...plain('collateral', 'reservation_highly_urgent', 'reservation_urgent', 'reserved_highly_urgent'),
      ...plain('reserved_urgent', 'multilateral_limit', 'multilateral_used'),
      [
        'bilateral_limits',
        `(select string_agg(l.counterparty_id || ' ' || l.amount || ' ' || l.used, ', '
                            order by l.counterparty_id collate "C")
          from settlement.bilateral_limits l where l.book_id = t.book_id and l.participant_id = t.participant_id)`,
      ],
    ],
  },
  {
    name: 'settlement.payments',
    key: ['payment_id::text'],
    lookup: 'payment_id = any($2::text[]::uuid[])',
    columns: [
      ...plain('payment_id', 'number', 'uetr', 'kind', 'sender_id', 'instructed_by', 'receiver_id'),
      ...plain('amount', 'rank', 'state', 'reason', 'place', 'value_date', 'asked_date'),
      ...micros('received_at', 'queued_at', 'earliest_at', 'wanted_at', 'latest_at'),
      ...plain('is_warned'),
      ...micros('settled_at'),
      ...plain('settled_how', 'set_id', 'settled_commit'),
      ...micros('ended_at'),
      ...plain('message_id', 'instruction_id', 'end_to_end_id', 'transaction_id', 'clearing_reference', 'returns_id'),
    ],
  },
  {
    name: 'settlement.days',
    key: ['business_date::text'],
    lookup: 'business_date = any($2::text[]::date[])',
    columns: [
      ...plain('business_date', 'state', 'phases', 'phase_index'),
      ...micros('opened_at', 'closed_at'),
      ...plain('returned_count'),
    ],
  },
  {
    name: 'settlement.modes',
    key: [`'mode'`],
    lookup: `'mode' = any($2::text[])`,
    columns: plain('liquidity_saving'),
  },
  {
    name: 'settlement.clearing_batches',
    key: ['batch_id::text'],
    lookup: 'batch_id = any($2::text[]::uuid[])',
    columns: [
      ...plain('batch_id', 'house_id', 'reference', 'state', 'positions', 'gross'),
      ...micros('received_at', 'information_ends_at', 'settle_by', 'settled_at'),
      ...plain('guarantee_used'),
    ],
  },
  {
    name: 'settlement.acts',
    key: ['commit_number::text', 'number::text'],
    lookup: `(commit_number, number) in (select ${part(1, 'int8')}, ${part(2, 'int4')} from unnest($2::text[]) k)`,
    columns: [
      ...plain('commit_number', 'number'),
      ...micros('at'),
      ...plain('subject', 'subject_id', 'actor', 'text_en', 'text_zh', 'reason'),
    ],
  },
  {
    name: 'messages.inbox',
    key: ['inbox_id::text'],
    lookup: 'inbox_id = any($2::text[]::uuid[])',
    columns: [
      ...plain('inbox_id', 'sender_id', 'message_id', 'claims', 'kind'),
      bytes('hash'),
      ...plain('state', 'transactions', 'amount', 'violations'),
      digest('xml'),
      ...plain('answer_kind'),
      digest('answer'),
      ...micros('received_at'),
    ],
  },
  {
    name: 'messages.outbox',
    key: ['seq::text', 'participant_id'],
    lookup: `(participant_id, t.seq) in
             (select substr(k, strpos(k, '/') + 1), ${part(1, 'int8')} from unnest($2::text[]) k)`,
    columns: [
      ...plain('participant_id'),
      ['seq', 't.seq::text'],
      ...plain('kind', 'payment_id', 'inbox_id'),
      digest('xml'),
      ...micros('at'),
    ],
  },
  actsOf('access.acts', [...plain('organisation_id', 'key_id', 'act'), digest('reason')]),
  actsOf('approvals.acts', [...plain('request_id', 'subject', 'actor_id', 'act'), digest('detail')]),
  actsOf('people.acts', [
    ...plain('act', 'organisation_id', 'person_id'),
    ...['session_id', 'address', 'detail'].map(digest),
  ]),
  actsOf('quotas.acts', [
    ...plain('organisation_id', 'environment', 'service', 'measure', 'soft', 'hard'),
    digest('reason'),
  ]),
  actsOf('status.acts', [
    ...plain('notice_id', 'version', 'kind', 'state', 'services'),
    ...['title_en', 'title_zh', 'text_en', 'text_zh'].map(digest),
    ...micros('starts_at', 'ends_at'),
  ]),
  actsOf('subscriptions.acts', [
    ...plain('act', 'service', 'organisation_id', 'subscription_id', 'monthly_price', 'from_date'),
    digest('reason'),
  ]),
  actsOf('support.acts', [
    ...plain('act', 'organisation_id', 'case_id', 'side'),
    digest('subject'),
    ...plain('about_kind', 'about_id'),
    digest('text'),
  ]),
  actsOf('webhooks.acts', [...plain('endpoint_id', 'act'), digest('reason')]),
];

export const ACT_TABLES: readonly CoveredTable[] = COVERED_TABLES.filter(({ isBesideBooks }) => isBesideBooks);

export const coveredTable = (name: string): CoveredTable | undefined =>
  COVERED_TABLES.find((table) => table.name === name);

/** SQL that answers a row's key and then its columns, all texts; `$1` is the book, whichever it is for rows beside them. */
export function selectRows(table: CoveredTable, where = 'true'): string {
  const key = table.key.map((sql) => sql.replace(/^seq\b/, 't.seq')).join(` || '/' || `);
  const columns = table.columns.map(([, sql]) => sql.replace(/^seq\b/, 't.seq')).join(', ');
  const ofBook = table.isBesideBooks ? '$1::int4 is not null' : 't.book_id = $1';
  return `select ${key}, ${columns} from ${table.name} t where ${ofBook} and ${where}`;
}

/** A row's canonical line: its columns between tabs, `\N` where there is nothing. */
export function lineOf(columns: readonly (string | null)[]): string {
  return columns.map((text) => (text === null ? '\\N' : escapeText(text))).join('\t');
}

const SPECIAL = /[\\\b\f\n\r\t\v]/g;
/** Without the flag g, which remembers where it was. */
const HAS_SPECIAL = new RegExp(SPECIAL.source);
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v',
}; // prettier-ignore

/** As COPY writes a text. */
export function escapeText(text: string): string {
  if (!HAS_SPECIAL.test(text)) return text;
  return text.replace(SPECIAL, (character) => ESCAPES[character]!);
}
