// Asking the central bank or reporting a fault, about a request, a payment or a message where there is one.
import { useState } from 'react';
import { type SupportCase } from '../../../client/index.ts';
import { ConfirmAction, LongTextField, SelectField, TextField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts } from '../language.tsx';
import { useAct } from './use-act.ts';

type About = NonNullable<SupportCase['about']>;
const ABOUTS = ['request', 'payment', 'message'] as const satisfies readonly About['kind'][];
const KINDS = ['question', 'fault'] as const;

export const isAbout = (text: string): text is About['kind'] => ABOUTS.some((each) => each === text);

export function AskCase(props: {
  organisationId: string;
  about: About | undefined;
  onDone: (made: SupportCase) => void;
  onClose: () => void;
}) {
  const words = useTexts().support;
  const [form, setForm] = useState({
    kind: (props.about ? 'fault' : 'question') as SupportCase['kind'],
    subject: '',
    text: '',
    about: props.about?.kind ?? '',
    aboutId: props.about?.id ?? '',
  });
  const { kind, subject, text, about, aboutId } = form;
  const act = useAct(
    () =>
      api.organisations.of(props.organisationId).cases.ask({
        ...{ kind, subject: subject.trim(), text: text.trim() },
        ...(isAbout(about) ? { about: { kind: about, id: aboutId.trim() } } : {}),
      }),
    (made) => made && props.onDone(made),
  );
  const isMissing = [subject, text, ...(about ? [aboutId] : [])].some((each) => each.trim() === '');
  const set = (key: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [key]: value }));
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={words.ask}
      effect={words.askEffect}
      verb={words.ask}
      disabledReason={isMissing ? words.writeFirst : undefined}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <SelectField
        label={words.kind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={set('kind')}
      />
      <TextField label={words.subject} value={subject} autoFocus onChange={set('subject')} />
      <LongTextField label={words.text} value={text} onChange={set('text')} />
      <SelectField
        label={words.about}
        value={about}
        choices={[
          { value: '', label: words.abouts.none },
          ...ABOUTS.map((value) => ({ value, label: words.abouts[value] })),
        ]}
        onChange={set('about')}
      />
      {isAbout(about) && (
        <TextField label={words.aboutId(words.abouts[about])} value={aboutId} onChange={set('aboutId')} />
      )}
    </ConfirmAction>
  );
}
