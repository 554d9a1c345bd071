// Rows as text for a spreadsheet: RFC 4180, with a byte order mark so that Excel reads 中文.
interface PlainColumn<Row> {
  head: string;
  plain: (row: Row) => string;
}

function quoted(text: string, separator: string): string {
  // A cell that a spreadsheet would run as a formula is disarmed; a negative figure is not one.
  const safe = /^[=+@]|^-[^\d]/.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function tableText<Row>(columns: PlainColumn<Row>[], rows: Row[], separator: string): string {
  const lines = [
    columns.map((column) => column.head),
    ...rows.map((row) => columns.map((column) => column.plain(row))),
  ];
  return lines.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n');
}

export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

export function exportCsv(name: string, text: string): void {
  saveFile(`${name}.csv`, 'text/csv;charset=utf-8', `\ufeff${text}\r\n`);
}
