// An act that answers a secret, once others have approved it: its maker does it here, and sees the answer this once.
import { useState } from 'react';
import { type ApprovalRequestDetail } from '../../../client/index.ts';
import { ActButton, ConfirmAction, Moment, TextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { CertificateShown } from './key-acts.tsx';
import { LinkShown } from './link-shown.tsx';
import { SecretShown } from './secret-shown.tsx';
import { useAct } from './use-act.ts';

/** How the content names what nobody but its maker saw. */
const HIDDEN = '***';
type Answer = Awaited<ReturnType<typeof api.approvals.take>>;

export function TakeApproved({ request }: { request: ApprovalRequestDetail }) {
  const { approvals: words } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const close = () => setAnswer(undefined);
  const done = (given: Answer | undefined) => {
    setOpen(false);
    setAnswer(given);
  };
  return (
    <>
      {request.may.take && (
        <ActButton kind="primary" onClick={() => setOpen(true)}>
          {words.take}
        </ActButton>
      )}
      {isOpen && <Take request={request} onDone={done} onClose={() => setOpen(false)} />}
      {answer && <AnswerShown answer={answer} onClose={close} />}
    </>
  );
}

function Take(props: {
  request: ApprovalRequestDetail;
  onDone: (answer: Answer | undefined) => void;
  onClose: () => void;
}) {
  const { request, onDone, onClose } = props;
  const { approvals: words } = useTexts();
  const title = useTitle();
  const { body } = JSON.parse(request.content) as { body: Record<string, unknown> | null };
  const hidden = Object.keys(body ?? {}).filter((member) => body![member] === HIDDEN);
  const [given, setGiven] = useState<Record<string, string>>({});
  const act = useAct(() => api.approvals.take(request, given), onDone);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={title(request.title)}
      effect={
        <>
          {words.takeEffect} <Moment at={request.takeUntil} withDate precision="minute" />
        </>
      }
      verb={words.take}
      disabledReason={hidden.every((member) => given[member]) ? undefined : words.takeHidden}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      {hidden.map((member) => (
        <TextField
          key={member}
          label={words.hidden[member] ?? member}
          hint={words.takeHidden}
          value={given[member] ?? ''}
          isSecret
          onChange={(value) => setGiven({ ...given, [member]: value })}
        />
      ))}
    </ConfirmAction>
  );
}

function AnswerShown({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const { keys: words } = useTexts();
  if ('link' in answer) return <LinkShown made={answer} onClose={onClose} />;
  if (!('secret' in answer)) return null;
  if (answer.secret) {
    return <SecretShown title={words.secretTitle} secret={answer.secret} name="key-secret" onClose={onClose} />;
  }
  return answer.certificate ? <CertificateShown certificate={answer.certificate} onClose={onClose} /> : null;
}
