// One file, chosen or dropped; says what it holds before anything is sent.
import { useId, useState, type ReactNode } from 'react';
import { useWords } from './locale.tsx';

export interface ChosenFile {
  name: string;
  text: string;
}

export function FileDrop(props: {
  label: string;
  hint: ReactNode;
  file: ChosenFile | null;
  accept: string;
  onFile: (file: ChosenFile) => void;
}) {
  const words = useWords();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) void file.text().then((text) => props.onFile({ name: file.name, text }));
  };
  const lines = props.file ? props.file.text.trimEnd().split('\n').length - 1 : 0;
  return (
    <div
      className={`fq-drop ${isOver ? 'fq-drop-over' : ''} ${props.file ? 'fq-drop-full' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <strong>{props.label}</strong>
      <span className="fq-soft fq-small">{props.file ? `${props.file.name} · ${words.rows(lines)}` : props.hint}</span>
      <span className="fq-row">
        <label htmlFor={id} className="fq-file-label">
          {props.file ? words.replaceFile : words.chooseFile}
          <input
            id={id}
            className="fq-visually-hidden"
            type="file"
            aria-label={props.label}
            accept={props.accept}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
        {!props.file && <span className="fq-soft fq-small">{words.orDrop}</span>}
      </span>
    </div>
  );
}
