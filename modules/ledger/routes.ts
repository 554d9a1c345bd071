// The books over HTTP: accounts, balances at a moment, statements, the trial balance. Reading only; money moves through
// the modules that own a reason for it.
import { Type } from '@sinclair/typebox';
import {
  type Caller, decodeCursor, encodeCursor, listQuery, MomentSchema, pageOf, type Route, route,
} from '../../platform/http/index.ts'; // prettier-ignore
import { type Clock, formatInstant, type Instant, parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { balanceOf } from './account.ts';
import {
  type AccountRead, countEntries, type EntryRead, findAccount, readAccountPage, readBalancesThrough, readEntries,
  readSeqAt, readTrialBalance,
} from './reads.ts'; // prettier-ignore
import { refuse } from './refusals.ts';
import {
  type AccountJson, AccountPage, AccountSchema, type EntryJson, type StatementJson, StatementSchema,
  type TrialBalanceJson, TrialBalanceSchema,
} from './schemas.ts'; // prettier-ignore

interface Title {
  en: string;
  zh: string;
}

/** What others know of accounts and transfers, and the books do not. */
export interface BooksWords {
  accountTitle(code: string): Title;
  /** Codes of the accounts that a search for these words means, besides those that begin so. */
  accountsNamed(words: string): readonly string[];
  /** Codes of the accounts a participant may read. */
  accountsOf(participantId: string): readonly string[];
  entryText(entry: Pick<EntryRead, 'code' | 'reference' | 'transferId'>): { text: Title; paymentId: string | null };
}

export interface LedgerContext {
  readonly bookId: number;
  readonly currency: string;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly words: BooksWords;
}

/** A statement's span when only one end is given: a day of 24 hours. */
const DAY_MICROS = 86_400_000_000;

export function ledgerRoutes(context: LedgerContext): Route[] {
  const { bookId, pool, clock, words } = context;
  const tag = 'books';
  const may: Route['may'] = ['operator', 'participant'];
  const given = async (code: string, caller: Caller): Promise<AccountRead> => {
    if (caller.kind === 'participant' && !words.accountsOf(caller.participantId).includes(code)) {
      refuse('account_not_found', '/code');
    }
    return (await findAccount(pool, bookId, code)) ?? refuse('account_not_found', '/code');
  };
  return [
    route({
      method: 'GET',
      path: '/v1/books/accounts',
      summary: { en: 'Accounts by code', zh: '账户列表' },
      tag,
      may,
      own: true,
      query: listQuery({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
      answer: AccountPage,
      handle: async ({ query: { q = '', after, limit }, caller }) => {
        const cursor = decodeCursor(after, 1);
        const named = words.accountsNamed(q.trim());
        const own = caller.kind === 'participant' ? words.accountsOf(caller.participantId) : undefined;
        const rows = await readAccountPage(pool, bookId, {
          beginning: q.trim(),
          codes: own ? own.filter((code) => code.startsWith(q.trim()) || named.includes(code)) : named,
          only: own !== undefined,
          after: cursor && String(cursor[0]),
          limit,
        });
        const itemOf = (row: AccountRead): AccountJson => accountJson(words, row, null);
        return pageOf(rows, limit, itemOf, (row) => [row.code]);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/books/accounts/{code}',
      summary: { en: 'An account, now or at a past moment', zh: '账户，当前或指定时刻' },
      tag,
      may,
      own: true,
      refuses: ['account_not_found', 'moment_malformed'],
      query: Type.Object({ at: Type.Optional(MomentSchema) }),
      answer: AccountSchema,
      handle: async ({ params: { code }, query: { at }, caller }) => {
        const account = await given(code, caller);
        const moment = momentOf(at, '?at');
        if (moment === undefined) return accountJson(words, account, null);
        const seq = await readSeqAt(pool, bookId, moment);
        const then = await readBalancesThrough(pool, bookId, account.id, seq);
        return accountJson(words, { ...account, ...then }, moment);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/books/accounts/{code}/statement',
      summary: { en: 'What was booked on an account between two moments', zh: '两个时刻之间的对账单' },
      tag,
      may,
      own: true,
      refuses: ['account_not_found', 'moment_malformed', 'moments_reversed'],
      query: Type.Object({
        ...listQuery({}).properties,
        from: Type.Optional(MomentSchema),
        to: Type.Optional(MomentSchema),
      }),
      answer: StatementSchema,
      handle: async ({ params: { code }, query, caller }) => {
        const account = await given(code, caller);
        const to = momentOf(query.to, '?to') ?? clock.now();
        const from = momentOf(query.from, '?from') ?? to - DAY_MICROS;
        if (from > to) refuse('moments_reversed', '?to');
        const cursor = decodeCursor(query.after, 1);
        const span = { from, to, afterSeq: cursor && Number(cursor[0]), limit: query.limit };
        return statement(context, account, span);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/books/trial-balance',
      summary: { en: 'Every account of the book, and that debits equal credits', zh: '试算平衡表' },
      tag,
      may: ['operator'],
      refuses: ['moment_malformed'],
      query: Type.Object({ at: Type.Optional(MomentSchema) }),
      answer: TrialBalanceSchema,
      handle: ({ query }) => trialBalance(context, momentOf(query.at, '?at') ?? clock.now()),
    }),
  ];
}

function momentOf(text: string | undefined, field: string): Instant | undefined {
  return text === undefined ? undefined : (parseInstant(text) ?? refuse('moment_malformed', field));
}

function accountJson(words: BooksWords, account: AccountRead, at: Instant | null): AccountJson {
  return {
    code: account.code,
    title: words.accountTitle(account.code),
    id: account.id,
    currency: account.currency,
    normalSide: account.normalSide,
    isFrozen: account.isFrozen,
    isClosed: account.isClosed,
    openedAt: formatInstant(account.openedAt),
    debits: String(account.debitsPosted),
    credits: String(account.creditsPosted),
    debitsPending: String(account.debitsPending),
    creditsPending: String(account.creditsPending),
    balance: String(balanceOf(account)),
    at: at === null ? null : formatInstant(at),
  };
}

/** From one moment up to, and without, another. */
async function statement(
  { bookId, pool, words }: LedgerContext,
  account: AccountRead,
  span: { from: Instant; to: Instant; afterSeq: number | undefined; limit: number },
): Promise<StatementJson> {
  const [fromSeq, throughSeq] = await Promise.all([
    readSeqAt(pool, bookId, span.from - 1),
    readSeqAt(pool, bookId, span.to - 1),
  ]);
  const [opening, closing, entryCount, entries] = await Promise.all([
    readBalancesThrough(pool, bookId, account.id, fromSeq),
    readBalancesThrough(pool, bookId, account.id, throughSeq),
    countEntries(pool, bookId, account.id, { afterSeq: fromSeq, throughSeq }),
    readEntries(pool, bookId, account.id, {
      afterSeq: Math.max(fromSeq, span.afterSeq ?? 0),
      throughSeq,
      limit: span.limit,
    }),
  ]);
  const sign = account.normalSide === 'credit' ? 1n : -1n;
  const own = { code: account.code, title: words.accountTitle(account.code) };
  const itemOf = (entry: EntryRead): EntryJson => ({
    transferId: entry.transferId,
    seq: entry.seq,
    at: formatInstant(entry.at),
    account: own,
    side: entry.side,
    amount: String(entry.amountMinor),
    balanceAfter: String(sign * entry.netAfterMinor),
    counterAccount: { code: entry.counterAccountCode, title: words.accountTitle(entry.counterAccountCode) },
    ...words.entryText(entry),
  });
  return {
    account: accountJson(words, { ...account, ...closing }, span.to),
    from: formatInstant(span.from),
    to: formatInstant(span.to),
    opening: String(balanceOf({ ...account, ...opening })),
    closing: String(balanceOf({ ...account, ...closing })),
    debits: String(closing.debitsPosted - opening.debitsPosted),
    credits: String(closing.creditsPosted - opening.creditsPosted),
    entryCount,
    items: entries.slice(0, span.limit).map(itemOf),
    next: entries.length > span.limit ? encodeCursor([entries[span.limit - 1]!.seq]) : null,
  };
}

async function trialBalance({ bookId, currency, pool, words }: LedgerContext, at: Instant): Promise<TrialBalanceJson> {
  const accounts = await readTrialBalance(pool, bookId, await readSeqAt(pool, bookId, at));
  const own = accounts.filter((account) => account.currency === currency);
  const debits = own.reduce((sum, { debitsPosted }) => sum + debitsPosted, 0n);
  const credits = own.reduce((sum, { creditsPosted }) => sum + creditsPosted, 0n);
  return {
    at: formatInstant(at),
    currency,
    rows: own.map((account) => ({
      account: { code: account.code, title: words.accountTitle(account.code) },
      normalSide: account.normalSide,
      debits: String(account.debitsPosted),
      credits: String(account.creditsPosted),
      balance: String(balanceOf(account)),
    })),
    debits: String(debits),
    credits: String(credits),
    isBalanced: debits === credits,
  };
}
