// A message as it came, with line numbers, calm colouring, and each violation marked under the line it concerns.
import { useMemo } from 'react';
import { useLocale } from './locale.tsx';

export interface MarkedLine {
  line: number;
  path: string;
  rule: string;
  text: string;
}

type Piece = { kind: 'tag' | 'name' | 'value' | 'text'; text: string };

/** Splits one line of XML into what a reader's eye separates. Not a parser: it only colours. */
function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of line.matchAll(/(<\/?|\/?>|<\?|\?>)|([^<>]+)/g)) {
    const [, mark, rest] = match;
    if (mark) pieces.push({ kind: 'tag', text: mark });
    else if (rest !== undefined) {
      const inTag = pieces.at(-1)?.text.startsWith('<') ?? false;
      if (!inTag) pieces.push({ kind: 'text', text: rest });
      else {
        const space = rest.search(/\s/);
        const name = space === -1 ? rest : rest.slice(0, space);
        pieces.push({ kind: 'name', text: name });
        if (space !== -1) pieces.push({ kind: 'value', text: rest.slice(space) });
      }
    }
  }
  return pieces;
}

interface ShownLine {
  /** Of the message as it came; undefined for the continuation of a line that was broken for the eye. */
  number: number | undefined;
  text: string;
  marks: MarkedLine[];
}

const LONG = 200;
const MOST_LINES = 5_000;

/** Messages often come in one line: those are broken at each element, and each mark stands under its own element. */
function linesOf(xml: string, marks: MarkedLine[]): ShownLine[] {
  const lines = xml.split('\n').slice(0, MOST_LINES);
  return lines.flatMap((text, index): ShownLine[] => {
    const found = marks.filter(({ line }) => line === index + 1);
    if (text.length < LONG) return [{ number: index + 1, text, marks: found }];
    return broken(text, found).map((line, part) => ({ ...line, number: part === 0 ? index + 1 : undefined }));
  });
}

function broken(text: string, marks: MarkedLine[]): Omit<ShownLine, 'number'>[] {
  const open: string[] = [];
  const left = new Set(marks);
  const lines = text.split(/(?<=>)(?=<(?!\/))|(?<=<\/[^<>]*>)(?=<\/)/).slice(0, MOST_LINES);
  const shown = lines.map((line) => {
    const [, closes, name = ''] = /^<(\/?)([\w.:-]+)/.exec(line) ?? [];
    if (closes) open.pop();
    const indented = `${'  '.repeat(open.length)}${line}`;
    if (!name || closes) return { text: indented, marks: [] };
    const path = `/${[...open, name].map((each) => each.replace(/^.*:/, '')).join('/')}`;
    if (!/\/>$|<\/[^<>]*>$/.test(line)) open.push(name);
    const here = [...left].filter((mark) => mark.path.replace(/\[\d+\]/g, '') === path);
    for (const mark of here) left.delete(mark);
    return { text: indented, marks: here };
  });
  // What has no element of its own is told of the whole line.
  const first = shown[0];
  return first ? [{ ...first, marks: [...first.marks, ...left] }, ...shown.slice(1)] : shown;
}

export function XmlView({ xml, marks = [] }: { xml: string; marks?: MarkedLine[] }) {
  const { language } = useLocale();
  const lines = useMemo(() => linesOf(xml, marks), [xml, marks]);
  return (
    <div className="fq-xml fq-mono" lang={language} tabIndex={0} role="region" aria-label="XML">
      {lines.map((line, index) => (
        <div key={index}>
          <div className={`fq-xml-line ${line.marks.length > 0 ? 'fq-xml-bad' : ''}`}>
            <span className="fq-xml-number">{line.number}</span>
            <code>
              {piecesOf(line.text).map((piece, place) => (
                <span key={place} className={`fq-xml-${piece.kind}`}>
                  {piece.text}
                </span>
              ))}
            </code>
          </div>
          {line.marks.map((mark) => (
            <div key={`${mark.path}${mark.rule}`} className="fq-xml-mark">
              <strong>{mark.rule}</strong> {mark.text} <span className="fq-soft">{mark.path}</span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
