// A list of the API as a table shows it. Sort, filters and the page's cursor live in the address bar. While the first
// page is shown it is looked at again and again: rows change in place, new ones wait behind "4 new" and never jump in.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Page } from '../../client/index.ts';
import { type ListView } from '../../ui/index.ts';
import { problemOf, SOON } from './api.ts';

export function useFilters<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>;
  const setFilters = (changes: Partial<Record<Name, string>>) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete('after');
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, String(value));
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return { filters, setFilters };
}

export function useList<Row, Query>(props: {
  key: readonly string[];
  load: (query: Query) => Promise<Page<Row>>;
  rowKey: (row: Row) => string;
  query?: Readonly<Record<string, string | undefined>>;
  refreshMs?: number | false;
  defaultSort?: string;
}): ListView<Row> {
  const [search, setSearch] = useSearchParams();
  const trail = search.getAll('after');
  const after = trail.at(-1) ?? null;
  const sort = search.get('sort') ?? props.defaultSort ?? null;
  const query = { ...props.query, after, sort, limit: 50 };
  const queryKey = [...props.key, JSON.stringify(query)];
  const isFirst = after === null;
  const result = useQuery({
    queryKey,
    // The address bar holds texts; the server says when one is none of its words.
    queryFn: () => props.load(query as Query),
    refetchInterval: isFirst ? (props.refreshMs ?? SOON) : false,
    placeholderData: (previous) => previous,
  });
  const { rows, newCount, goneCount, isGone, loadNew } = useStill(
    result.data,
    queryKey.join(),
    props.rowKey,
    result.isPlaceholderData,
  );

  const change = (edit: (next: URLSearchParams) => void) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      edit(next);
      return next;
    });
  const goTo = (cursors: string[]) =>
    change((next) => {
      next.delete('after');
      for (const cursor of cursors) next.append('after', cursor);
    });
  const next = result.data?.next ?? null;
  return {
    rows,
    problem: problemOf(result.error),
    sort,
    onSort: (field) =>
      change((params) => {
        params.delete('after');
        if (field) params.set('sort', field);
        else params.delete('sort');
      }),
    next: next === null ? null : () => goTo([...trail, next]),
    previous: trail.length === 0 ? null : () => goTo(trail.slice(0, -1)),
    newCount,
    goneCount,
    isGone,
    onLoadNew: loadNew,
    onRetry: () => void result.refetch(),
  };
}

/** Holds the rows first shown in their places while fresher answers come in. */
function useStill<Row>(page: Page<Row> | undefined, key: string, rowKey: (row: Row) => string, isPlaceholder: boolean) {
  const [shown, setShown] = useState<{ key: string; rows: Row[] } | undefined>(undefined);
  const isOther = shown?.key !== key;
  if (page && !isPlaceholder && (isOther || (shown?.rows.length === 0 && page.items.length > 0))) {
    setShown({ key, rows: page.items });
  }
  const freshByKey = new Map(page?.items.map((row) => [rowKey(row), row]));
  const still = isOther ? page?.items : shown?.rows;
  const keys = new Set(still?.map(rowKey));
  // On a full page, rows pushed below its end have not left the list.
  const isWhole = page?.next === null;
  const isGone = (row: Row) => !isOther && isWhole && !freshByKey.has(rowKey(row));
  return {
    rows: still?.map((row) => freshByKey.get(rowKey(row)) ?? row),
    newCount: isOther ? 0 : (page?.items.filter((row) => !keys.has(rowKey(row))).length ?? 0),
    goneCount: isOther ? 0 : (still?.filter(isGone).length ?? 0),
    isGone,
    loadNew: () => page && setShown({ key, rows: page.items }),
  };
}
