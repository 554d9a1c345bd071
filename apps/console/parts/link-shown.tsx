// A one-time link, shown this once: to copy, with how to hand it over.
import { useState } from 'react';
import { type EnrolmentLink } from '../../../client/index.ts';
import { ConfirmAction, copyText, ActButton, Moment } from '../../../ui/index.ts';
import { useTexts } from '../language.tsx';

export function LinkShown({ made, onClose }: { made: EnrolmentLink; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.people;
  const [isCopied, setCopied] = useState(false);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.linkTitle}
      effect={words.linkLine(made.person.name)}
      verb={words.done}
      onConfirm={onClose}
    >
      <p className="fq-secret-link fq-mono" data-testid="enrolment-link">
        {made.link}
      </p>
      <p className="fq-row">
        <ActButton size="small" onClick={() => void copyText(made.link).then(() => setCopied(true))}>
          {isCopied ? words.copied : words.copy}
        </ActButton>
        <span className="fq-soft fq-small">
          {texts.enrol.goodUntil} <Moment at={made.expiresAt} withDate precision="minute" />
        </span>
      </p>
    </ConfirmAction>
  );
}
