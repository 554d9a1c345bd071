// Which rows of the covered tables are an organisation's own, and which of a leaf's witness it may be shown: keys that are
// numbers or random tell it nothing of others; names of others, and how many messages they got, are kept from it.
import { coveredTable, lineOf, selectRows } from './covered-tables.ts';
import { digestLine } from './row-lines.ts';
import { type Reader } from './stored-tree.ts';
import { type RowDigest } from './witness.ts';

export interface Whose {
  readonly organisationId: string;
  /** Empty when it takes no part in settlement. */
  readonly participantId: string;
}

const accounts = `(select account_id from settlement.participants p
  where p.book_id = t.book_id and p.participant_id = $3 and p.account_id > 0)`;

/** SQL by table: `$3` is the participant, `$4` the organisation. A batch shows the positions of all, so it is its house's. */
const OWN: Readonly<Record<string, string>> = {
  'ledger.accounts': `account_id in ${accounts}`,
  'ledger.account_terms': `account_id in ${accounts}`,
  'ledger.transfers': `(debit_account_id in ${accounts} or credit_account_id in ${accounts})`,
  'settlement.participants': 'participant_id = $3',
  'settlement.payments': '$3 in (sender_id, receiver_id, instructed_by)',
  'settlement.clearing_batches': 'house_id = $3',
  'settlement.acts': `(subject = 'participant' and subject_id = $3 or subject = 'payment' and exists (
    select 1 from settlement.payments p where p.book_id = t.book_id and p.payment_id::text = t.subject_id
      and $3 in (p.sender_id, p.receiver_id, p.instructed_by)))`,
  'messages.inbox': 'sender_id = $3',
  'messages.outbox': 'participant_id = $3',
  'access.acts': 'organisation_id = $4',
  'people.acts': 'organisation_id = $4',
  'quotas.acts': 'organisation_id = $4',
  'subscriptions.acts': 'organisation_id = $4',
  'support.acts': 'organisation_id = $4',
  'webhooks.acts': 'endpoint_id in (select endpoint_id from webhooks.endpoints where organisation_id = $4)',
  'approvals.acts': `request_id in (select request_id from approvals.requests
    where organisation in ('participant ' || $3, 'organisation ' || $4))`,
};
/** Whose keys name others, or count for them. */
const SHOWN_ALONE = new Set(['settlement.participants', 'messages.outbox']);

/** Its rows among these, as they stand now, by table and key. */
export async function readOwnRows(
  client: Reader,
  bookId: number,
  spoken: readonly RowDigest[],
  { organisationId, participantId }: Whose,
): Promise<Map<string, Map<string, string>>> {
  const keys = new Map<string, Set<string>>();
  for (const { table, key } of spoken) {
    if (OWN[table] === undefined) continue;
    if (!keys.has(table)) keys.set(table, new Set());
    keys.get(table)!.add(key);
  }
  const own = new Map<string, Map<string, string>>();
  for (const [name, wanted] of keys) {
    const table = coveredTable(name)!;
    // Each is spoken of, so that PostgreSQL knows its type.
    const typed = '$3::text is not null and $4::text is not null';
    const { rows } = await client.query<(string | null)[]>({
      text: selectRows(table, `${table.lookup} and ${OWN[name]!} and ${typed}`),
      values: [bookId, [...wanted], participantId, organisationId],
      rowMode: 'array',
    });
    own.set(name, new Map(rows.flatMap(([key, ...line]) => (wanted.has(key!) ? [[key!, lineOf(line)]] : []))));
  }
  return own;
}

export interface OwnPart {
  /** By table: all lines of the witness for it, which its digest in the record is of. */
  readonly witness: Record<string, string[]>;
  /** By table: keys of the own rows. */
  readonly own: Record<string, string[]>;
  /** By table: canonical lines of those that still are what this leaf says. */
  readonly rows: Record<string, string[]>;
}

/** What a leaf says of the own rows; undefined when nothing that may be shown. */
export function ownPartOf(digests: readonly RowDigest[], own: Map<string, Map<string, string>>): OwnPart | undefined {
  const part: OwnPart = { witness: {}, own: {}, rows: {} };
  const byTable = new Map<string, RowDigest[]>();
  for (const each of digests) {
    const known = byTable.get(each.table);
    if (known) known.push(each);
    else byTable.set(each.table, [each]);
  }
  for (const [table, spoken] of byTable) {
    const lines = own.get(table);
    const mine = spoken.filter(({ key }) => lines?.has(key));
    if (mine.length === 0 || (SHOWN_ALONE.has(table) && mine.length < spoken.length)) continue;
    part.witness[table] = spoken.map(({ key, digest }) => `${key}\t${digest}`);
    part.own[table] = mine.map(({ key }) => key);
    part.rows[table] = mine.flatMap(({ key, digest }) => {
      const line = lines!.get(key)!;
      return digestLine(line) === digest ? [line] : [];
    });
  }
  return Object.keys(part.witness).length === 0 ? undefined : part;
}
