// The body of a request or an answer: XML as messages are shown, JSON laid out for reading, all else as it came.
import { XmlView } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';

export function BodyText({ label, text }: { label: string; text: string | null }) {
  const words = useTexts().requests;
  if (text === null || text === '') return <p className="fq-soft">{words.notKept}</p>;
  if (text.startsWith('<'))
    return (
      <div role="group" aria-label={label}>
        <XmlView xml={text} marks={[]} />
      </div>
    );
  return (
    <pre className="fq-exact fq-scroll" aria-label={label}>
      {laidOut(text)}
    </pre>
  );
}

function laidOut(text: string): string {
  if (!text.startsWith('{') && !text.startsWith('[')) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
