// Nothing irreversible without a sentence that names its effect with figures, and where due a reason for the record.
import { Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ActButton } from './act-button.tsx';
import { LongTextField } from './fields.tsx';
import { useWords } from './locale.tsx';
import { ProblemNotice, type ProblemShape } from './notices.tsx';

export interface ConfirmActionProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** The sentence: what will have happened after the press. */
  effect: ReactNode;
  /** The verb on the button. */
  verb: string;
  needsReason?: boolean;
  disabledReason?: string | undefined;
  isBusy?: boolean;
  problem?: ProblemShape | null | undefined;
  onConfirm: (reason: string) => void;
  children?: ReactNode;
}

export function ConfirmAction(props: ConfirmActionProps) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const missing = props.needsReason && reason.trim() === '' ? words.reasonNeeded : undefined;
  const disabledReason = props.disabledReason ?? missing;
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      centered
      size={560}
      classNames={{ content: 'fq-modal', header: 'fq-modal-head', title: 'fq-modal-title' }}
      closeButtonProps={{ 'aria-label': words.close }}
      transitionProps={{ duration: 80 }}
    >
      <form
        className="fq-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (disabledReason === undefined) props.onConfirm(reason.trim());
        }}
      >
        <div className="fq-effect">{props.effect}</div>
        {props.children}
        {props.needsReason && <LongTextField label={words.reason} value={reason} onChange={setReason} />}
        {props.problem && <ProblemNotice problem={props.problem} />}
        <div className="fq-form-acts">
          <ActButton kind="plain" onClick={props.onClose}>
            {words.cancel}
          </ActButton>
          <ActButton kind="primary" type="submit" isBusy={props.isBusy ?? false} disabledReason={disabledReason}>
            {props.verb}
          </ActButton>
        </div>
      </form>
    </Modal>
  );
}
