// Member × member: who owes whom in the queue. A real table, so it reads without sight and prints.
import { formatAmount, formatCompact, majorNumber } from './format.ts';
import { useLocale, useWords } from './locale.tsx';

export interface HeatMapCell {
  row: string;
  column: string;
  count: number;
  value: string;
}

export function HeatMap(props: {
  members: { id: string; short: string; name: string }[];
  cells: HeatMapCell[];
  chosen: { row?: string | undefined; column?: string | undefined };
  onChoose: (cell: { row?: string; column?: string }) => void;
  caption: string;
}) {
  const locale = useLocale();
  const words = useWords();
  const byKey = new Map(props.cells.map((cell) => [`${cell.row}>${cell.column}`, cell]));
  const most = Math.max(1, ...props.cells.map((cell) => majorNumber(cell.value, locale.minorDigits)));
  const totalOf = (cells: HeatMapCell[]) => cells.reduce((sum, cell) => sum + BigInt(cell.value), 0n).toString();
  const isChosen = (row?: string, column?: string) => props.chosen.row === row && props.chosen.column === column;
  return (
    <table className="fq-heat">
      <caption className="fq-visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="fq-heat-corner">
            <span>{words.sender} ↓</span>
            <span>{words.receiver} →</span>
          </th>
          {props.members.map((member) => (
            <th key={member.id} scope="col" title={member.name} className="fq-heat-column">
              <button type="button" onClick={() => props.onChoose({ column: member.id })}>
                {member.short}
              </button>
            </th>
          ))}
          <th scope="col" className="fq-heat-total">
            {words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.members.map((row) => (
          <tr key={row.id}>
            <th scope="row" title={row.name}>
              <button
                type="button"
                aria-pressed={isChosen(row.id)}
                onClick={() => props.onChoose(isChosen(row.id) ? {} : { row: row.id })}
              >
                {row.short}
              </button>
            </th>
            {props.members.map((column) => {
              const cell = byKey.get(`${row.id}>${column.id}`);
              if (!cell) return <td key={column.id} className={row.id === column.id ? 'fq-heat-self' : ''} />;
              const share = Math.sqrt(majorNumber(cell.value, locale.minorDigits) / most);
              return (
                <td key={column.id}>
                  <button
                    type="button"
                    className="fq-heat-cell"
                    style={{ backgroundColor: `rgb(var(--heat-queued) / ${(0.08 + share * 0.62).toFixed(3)})` }}
                    aria-pressed={isChosen(row.id, column.id)}
                    title={`${row.name} → ${column.name}\n${cell.count} · ${formatAmount(cell.value, locale)} ${locale.currency}`}
                    onClick={() =>
                      props.onChoose(isChosen(row.id, column.id) ? {} : { row: row.id, column: column.id })
                    }
                  >
                    {formatCompact(cell.value, locale)}
                  </button>
                </td>
              );
            })}
            <td className="fq-heat-total">
              {formatCompact(totalOf(props.cells.filter((cell) => cell.row === row.id)), locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
