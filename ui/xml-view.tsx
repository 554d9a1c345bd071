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

export function XmlView({ xml, marks = [] }: { xml: string; marks?: MarkedLine[] }) {
  const { language } = useLocale();
  const lines = useMemo(() => xml.split('\n').slice(0, 5_000), [xml]);
  return (
    <div className="fq-xml fq-mono" lang={language} tabIndex={0} role="region" aria-label="XML">
      {lines.map((line, index) => {
        const found = marks.filter((mark) => mark.line === index + 1);
        return (
          <div key={index}>
            <div className={`fq-xml-line ${found.length > 0 ? 'fq-xml-bad' : ''}`}>
              <span className="fq-xml-number">{index + 1}</span>
              <code>
                {piecesOf(line).map((piece, place) => (
                  <span key={place} className={`fq-xml-${piece.kind}`}>
                    {piece.text}
                  </span>
                ))}
              </code>
            </div>
            {found.map((mark) => (
              <div key={`${mark.path}${mark.rule}`} className="fq-xml-mark">
                <strong>{mark.rule}</strong> {mark.text} <span className="fq-soft">{mark.path}</span>
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
