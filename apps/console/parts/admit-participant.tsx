// Admitting a participant: who it is, how it settles, from when; then its page, where it can be funded.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type NewParticipant, type ParticipantKind } from '../../../client/index.ts';
import { ConfirmAction, DateField, formatBusinessDate, SelectField, TextField, useLocale } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ParticipantField } from './participant-field.tsx';
import { useAct } from './use-act.ts';

const empty = {
  kind: 'direct' as ParticipantKind,
  bic: '',
  en: '',
  zh: '',
  shortEn: '',
  shortZh: '',
  lei: '',
  scheme: '',
  code: '',
  settlesThrough: '',
  joinedOn: '',
};
type Form = typeof empty;

const isBic = (text: string) => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);

function profileOf(form: Form): NewParticipant {
  const name = { en: form.en || form.zh, zh: form.zh || form.en };
  return {
    bic: form.bic,
    kind: form.kind,
    name,
    shortName: { en: form.shortEn || name.en, zh: form.shortZh || form.shortEn || name.zh },
    ...(form.lei ? { lei: form.lei } : {}),
    ...(form.scheme && form.code ? { clearingCodes: [{ scheme: form.scheme, code: form.code }] } : {}),
    ...(form.kind === 'indirect' ? { settlesThrough: form.settlesThrough } : {}),
    ...(form.joinedOn ? { joinedOn: form.joinedOn } : {}),
  };
}

export function AdmitDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const words = texts.participant;
  const navigate = useNavigate();
  const [form, setForm] = useState(empty);
  const set = (change: Partial<Form>) => setForm({ ...form, ...change });
  const doing = useAct(
    () => api.participants.admit(profileOf(form)),
    (admitted) => {
      onClose();
      if (admitted) void navigate(`/participants/${admitted.id}`);
    },
  );
  const missing = !isBic(form.bic)
    ? words.needBic
    : !form.en && !form.zh
      ? words.needName
      : form.kind === 'indirect' && !form.settlesThrough
        ? words.needThrough
        : undefined;
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.admit}
      verb={words.admitVerb}
      effect={<Effect form={form} />}
      disabledReason={missing}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={() => doing.run(undefined)}
    >
      <Fields form={form} set={set} />
    </ConfirmAction>
  );
}

function Effect({ form }: { form: Form }) {
  const texts = useTexts();
  const title = useTitle();
  const { language } = useLocale();
  const words = texts.participant;
  const name = title({ en: form.en || form.zh, zh: form.zh || form.en }) || form.bic || words.newName;
  const from = form.joinedOn ? words.fromDate(formatBusinessDate(form.joinedOn, language)) : words.atOnce;
  if (form.kind === 'indirect') return words.admitIndirect(name, form.settlesThrough || '…', from);
  if (form.kind === 'clearing-house') return words.admitHouse(name, from);
  return words.admitEffect(name, texts.kind.direct.toLowerCase(), from);
}

function Fields({ form, set }: { form: Form; set: (change: Partial<Form>) => void }) {
  const texts = useTexts();
  const words = texts.participant;
  const kinds = Object.keys(texts.kind) as ParticipantKind[];
  return (
    <div className="fq-form-grid">
      <TextField
        label="BIC"
        hint={words.bicHint}
        value={form.bic}
        autoFocus
        onChange={(bic) => set({ bic: bic.trim().toUpperCase() })}
      />
      <SelectField
        label={texts.words.kind}
        value={form.kind}
        choices={kinds.map((value) => ({ value, label: texts.kind[value] }))}
        onChange={(kind) => set({ kind: kind as ParticipantKind })}
      />
      {form.kind === 'indirect' && (
        <ParticipantField
          label={texts.participants.through}
          kind="direct"
          value={form.settlesThrough}
          onChange={(settlesThrough) => set({ settlesThrough })}
        />
      )}
      <TextField label={words.nameEnglish} value={form.en} onChange={(en) => set({ en })} />
      <TextField
        label={words.nameChinese}
        placeholder={words.sameAsEnglish}
        value={form.zh}
        onChange={(zh) => set({ zh })}
      />
      <TextField
        label={words.shortNameEnglish}
        placeholder={words.optional}
        value={form.shortEn}
        onChange={(shortEn) => set({ shortEn })}
      />
      <TextField
        label={words.shortNameChinese}
        placeholder={words.optional}
        value={form.shortZh}
        onChange={(shortZh) => set({ shortZh })}
      />
      <TextField
        label={words.scheme}
        placeholder={words.schemeHint}
        value={form.scheme}
        onChange={(scheme) => set({ scheme: scheme.trim().toUpperCase() })}
      />
      <TextField
        label={texts.participants.clearingCode}
        placeholder={words.optional}
        value={form.code}
        onChange={(code) => set({ code: code.trim() })}
      />
      <TextField
        label="LEI"
        placeholder={words.optional}
        value={form.lei}
        onChange={(lei) => set({ lei: lei.trim().toUpperCase() })}
      />
      <DateField
        label={words.effectiveFrom}
        hint={words.effectiveHint}
        value={form.joinedOn}
        onChange={(joinedOn) => set({ joinedOn })}
      />
    </div>
  );
}
