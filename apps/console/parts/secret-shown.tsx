// A secret, shown this once: to copy, with the sentence that says so.
import { useState, type ReactNode } from 'react';
import { ActButton, ConfirmAction, copyText } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';

export function SecretShown(props: {
  title: string;
  effect?: ReactNode;
  verb?: string;
  secret: string;
  /** Names it for tests. */
  name: string;
  note?: ReactNode;
  onClose: () => void;
}) {
  const { organisations: words } = useTexts();
  const [isCopied, setCopied] = useState(false);
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={props.title}
      effect={props.effect ?? words.shownOnce}
      verb={props.verb ?? words.done}
      onConfirm={props.onClose}
    >
      <p
        className={`fq-secret-link fq-mono ${props.secret.includes('\n') ? 'fq-secret-lines' : ''}`}
        data-testid={props.name}
      >
        {props.secret}
      </p>
      <p className="fq-row">
        <ActButton size="small" onClick={() => void copyText(props.secret).then(() => setCopied(true))}>
          {isCopied ? words.copied : words.copy}
        </ActButton>
        {props.note && <span className="fq-soft fq-small">{props.note}</span>}
      </p>
    </ConfirmAction>
  );
}
