// An id in monospace that copies itself when pressed; long ones are shortened in the middle, the title has it whole.
import { useState } from 'react';
import { useWords } from './locale.tsx';

export function shortened(id: string, length: number): string {
  if (id.length <= length) return id;
  const tail = Math.floor((length - 1) / 3);
  return `${id.slice(0, length - 1 - tail)}…${id.slice(-tail)}`;
}

/** Works over plain http on other hosts too, where the clipboard interface is absent. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

export function CopyableId({ id, length = 40 }: { id: string; length?: number }) {
  const words = useWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="fq-id fq-mono"
      title={`${words.copy}: ${id}`}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void copyText(id).then(() => {
          setCopied(true);
          setTimeout(() => setCopied(false), 1_200);
        });
      }}
    >
      {shortened(id, length)}
      <span className="fq-id-mark" aria-live="polite">
        {isCopied ? words.copied : '⧉'}
      </span>
    </button>
  );
}
