// The table of the house: 32 px rows, sort and pages asked of the server, columns to choose, copy, CSV, "4 new" to load.
import { type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ActButton } from './act-button.tsx';
import { copyText } from './copyable-id.tsx';
import { ColumnChooser, useChosenColumns } from './column-chooser.tsx';
import { exportCsv, tableText } from './export-csv.ts';
import { useWords } from './locale.tsx';
import { EmptyState, ProblemNotice, Waiting, type ProblemShape } from './notices.tsx';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** The value in files and on the clipboard: plain, complete, in one unit. */
  plain: (row: Row) => string;
  align?: 'right';
  /** The API's name of the field, when the list sorts by it. */
  sort?: string;
  /** Hidden until chosen. */
  isExtra?: boolean;
  width?: number;
}

/** What a list looks like to the table, wherever its rows come from. */
export interface ListView<Row> {
  rows: Row[] | undefined;
  problem: ProblemShape | null;
  sort: string | null;
  onSort: (sort: string | null) => void;
  next: (() => void) | null;
  previous: (() => void) | null;
  newCount: number;
  goneCount: number;
  onLoadNew: () => void;
  /** Rows that left the list since it was shown. */
  isGone: (row: Row) => boolean;
  onRetry: () => void;
}

export interface DataTableProps<Row> {
  /** Names the table for the remembered columns and for files. */
  name: string;
  label: string;
  columns: Column<Row>[];
  list: ListView<Row>;
  rowKey: (row: Row) => string;
  /** Where a row leads. */
  to?: (row: Row) => string;
  empty: { title: string; hint?: string };
  /** Acts of a row, at its end. */
  acts?: (row: Row) => ReactNode;
}

function nextSort(current: string | null, field: string): string | null {
  if (current === field) return null;
  return current === `-${field}` ? field : `-${field}`;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { list, columns } = props;
  const words = useWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = useChosenColumns(props.name, columns);
  const shown = columns.filter((column) => chosen.includes(column.key));
  const rows = list.rows;

  if (list.problem && !rows) return <ProblemNotice problem={list.problem} onRetry={list.onRetry} />;
  if (!rows) return <Waiting />;
  return (
    <div>
      <div className="fq-table-tools">
        <span className="fq-soft fq-small">{words.rows(rows.length)}</span>
        {list.newCount + list.goneCount > 0 && (
          <button type="button" className="fq-new-rows" onClick={list.onLoadNew}>
            {[
              list.newCount > 0 ? words.newRows(list.newCount) : '',
              list.goneCount > 0 ? words.goneRows(list.goneCount) : '',
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            ↻
          </button>
        )}
        <span className="fq-table-tools-end">
          <ColumnChooser columns={columns} chosen={chosen} onChange={setChosen} />
          <ActButton kind="quiet" size="small" onClick={() => void copyText(tableText(shown, rows, '\t'))}>
            {words.copyTable}
          </ActButton>
          <ActButton kind="quiet" size="small" onClick={() => exportCsv(props.name, tableText(shown, rows, ','))}>
            {words.exportCsv}
          </ActButton>
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState {...props.empty} />
      ) : (
        <div className="fq-table-scroll" tabIndex={-1}>
          <table className="fq-table" aria-label={props.label}>
            <thead>
              <tr>
                {shown.map((column) => (
                  <Head key={column.key} column={column} sort={list.sort} onSort={list.onSort} />
                ))}
                {props.acts && <th aria-label="" className="fq-acts-cell" />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={props.rowKey(row)}
                  data-row={props.rowKey(row)}
                  className={`${props.to ? 'fq-row-link' : ''} ${list.isGone(row) ? 'fq-row-gone' : ''}`}
                  tabIndex={props.to ? 0 : undefined}
                  onClick={(event) => {
                    const isControl = (event.target as HTMLElement).closest('a, button, input, [role=menu]');
                    if (props.to && !isControl && !window.getSelection()?.toString()) void navigate(props.to(row));
                  }}
                  onKeyDown={(event) => {
                    if (event.target !== event.currentTarget) return;
                    if (event.key === 'Enter' && props.to) void navigate(props.to(row));
                    const sibling =
                      event.key === 'ArrowDown'
                        ? event.currentTarget.nextElementSibling
                        : event.key === 'ArrowUp'
                          ? event.currentTarget.previousElementSibling
                          : null;
                    if (sibling instanceof HTMLElement) {
                      event.preventDefault();
                      sibling.focus();
                    }
                  }}
                >
                  {shown.map((column) => (
                    <td key={column.key} className={column.align === 'right' ? 'fq-right' : ''}>
                      {column.cell(row)}
                    </td>
                  ))}
                  {props.acts && <td className="fq-acts-cell">{props.acts(row)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(list.next || list.previous) && (
        <div className="fq-table-foot">
          <ActButton
            size="small"
            onClick={() => list.previous?.()}
            disabledReason={list.previous ? undefined : words.firstPage}
          >
            {words.previous}
          </ActButton>
          <ActButton size="small" onClick={() => list.next?.()} disabledReason={list.next ? undefined : words.lastPage}>
            {words.next}
          </ActButton>
        </div>
      )}
    </div>
  );
}

function Head<Row>(props: { column: Column<Row>; sort: string | null; onSort: (sort: string | null) => void }) {
  const words = useWords();
  const { column, sort } = props;
  const className = column.align === 'right' ? 'fq-right' : '';
  const style = column.width ? { width: column.width } : undefined;
  const field = column.sort;
  if (!field) {
    return (
      <th scope="col" className={className} style={style}>
        {column.head}
      </th>
    );
  }
  const direction = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : 'none';
  return (
    <th scope="col" className={className} style={style} aria-sort={direction}>
      <button
        type="button"
        className="fq-sort"
        title={words.sortBy(column.head)}
        onClick={() => props.onSort(nextSort(sort, field))}
      >
        {column.head}
        <span aria-hidden="true" className="fq-sort-mark">
          {direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}
        </span>
      </button>
    </th>
  );
}

/** A table whose rows are all here, for parts of a page. */
export function SmallTable<Row>(props: {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  empty?: string;
  acts?: (row: Row) => ReactNode;
  foot?: ReactNode;
}) {
  if (props.rows.length === 0) return <p className="fq-soft fq-none">{props.empty}</p>;
  return (
    <div className="fq-table-scroll">
      <table className="fq-table" aria-label={props.label}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.key} scope="col" className={column.align === 'right' ? 'fq-right' : ''}>
                {column.head}
              </th>
            ))}
            {props.acts && <th aria-label="" className="fq-acts-cell" />}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)}>
              {props.columns.map((column) => (
                <td key={column.key} className={column.align === 'right' ? 'fq-right' : ''}>
                  {column.cell(row)}
                </td>
              ))}
              {props.acts && <td className="fq-acts-cell">{props.acts(row)}</td>}
            </tr>
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  );
}
