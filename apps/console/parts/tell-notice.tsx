// Telling everyone: of an incident or maintenance that begins, and of how it goes on.
import { useState } from 'react';
import { type Notice, type NoticeState } from '../../../client/index.ts';
import {
  ChoicesField, ConfirmAction, LongTextField, localInZone, MomentField, momentInZone, SelectField, TextField, useLocale,
} from '../../../ui/index.ts'; // prettier-ignore
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { useAct } from './use-act.ts';

type Kind = Notice['kind'];

export function BeginNotice(props: {
  kind: Kind;
  services: readonly { id: string; title: { en: string; zh: string } }[];
  onClose: () => void;
}) {
  const { notices: words } = useTexts();
  const title = useTitle();
  const { timeZone } = useLocale();
  const isMaintenance = props.kind === 'maintenance';
  const [form, setForm] = useState({ titleEn: '', titleZh: '', textEn: '', textZh: '', startsAt: '', endsAt: '' });
  const [services, setServices] = useState<string[]>([]);
  const act = useAct(
    () =>
      api.status.begin({
        kind: props.kind,
        title: { en: form.titleEn.trim(), zh: form.titleZh.trim() },
        text: { en: form.textEn.trim(), zh: form.textZh.trim() },
        services: services as Notice['services'],
        ...(isMaintenance
          ? { startsAt: momentInZone(form.startsAt, timeZone), endsAt: momentInZone(form.endsAt, timeZone) }
          : {}),
      }),
    props.onClose,
  );
  const hasTexts = [form.titleEn, form.titleZh, form.textEn, form.textZh].every((text) => text.trim() !== '');
  const missing = !hasTexts
    ? words.need
    : services.length === 0
      ? words.needService
      : isMaintenance && (!form.startsAt || !form.endsAt)
        ? words.needTime
        : undefined;
  const set = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value });
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={isMaintenance ? words.planMaintenance : words.beginIncident}
      effect={isMaintenance ? words.maintenanceEffect : words.incidentEffect}
      verb={words.tell}
      disabledReason={missing}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <TextField label={words.titleEn} value={form.titleEn} autoFocus onChange={set('titleEn')} />
      <TextField label={words.titleZh} value={form.titleZh} onChange={set('titleZh')} />
      <ChoicesField
        label={words.affected}
        value={services}
        choices={props.services.map((each) => ({ value: each.id, label: title(each.title) }))}
        onChange={setServices}
      />
      {isMaintenance && <MomentField label={words.startsAt} value={form.startsAt} onChange={set('startsAt')} />}
      {isMaintenance && <MomentField label={words.endsAt} value={form.endsAt} onChange={set('endsAt')} />}
      <LongTextField label={words.textEn} value={form.textEn} onChange={set('textEn')} />
      <LongTextField label={words.textZh} value={form.textZh} onChange={set('textZh')} />
    </ConfirmAction>
  );
}

const NEXT: Readonly<Record<Kind, readonly NoticeState[]>> = {
  incident: ['investigating', 'identified', 'monitoring', 'resolved'],
  maintenance: ['planned', 'done', 'cancelled'],
};

export function UpdateNotice({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { notices: words } = useTexts();
  const title = useTitle();
  const { timeZone } = useLocale();
  const ends = notice.endsAt === null ? '' : localInZone(notice.endsAt, timeZone);
  const [form, setForm] = useState({ state: notice.state, textEn: '', textZh: '', endsAt: ends });
  const act = useAct(
    () =>
      api.status.update(notice.id, {
        state: form.state,
        text: { en: form.textEn.trim(), zh: form.textZh.trim() },
        ...(form.endsAt === ends ? {} : { endsAt: momentInZone(form.endsAt, timeZone) }),
      }),
    onClose,
  );
  const missing = form.textEn.trim() === '' || form.textZh.trim() === '' ? words.need : undefined;
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={title(notice.title)}
      effect={words.updateEffect}
      verb={words.tell}
      disabledReason={missing}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    >
      <SelectField
        label={words.update}
        value={form.state}
        choices={NEXT[notice.kind].map((state) => ({ value: state, label: words.state[state] }))}
        onChange={(state) => setForm({ ...form, state: state as NoticeState })}
      />
      {notice.kind === 'maintenance' && form.state === 'planned' && (
        <MomentField
          label={words.endsAt}
          value={form.endsAt}
          onChange={(endsAt) => setForm({ ...form, endsAt: endsAt || ends })}
        />
      )}
      <LongTextField
        label={words.textEn}
        value={form.textEn}
        onChange={(textEn) => setForm((before) => ({ ...before, textEn }))}
      />
      <LongTextField
        label={words.textZh}
        value={form.textZh}
        onChange={(textZh) => setForm((before) => ({ ...before, textZh }))}
      />
    </ConfirmAction>
  );
}
