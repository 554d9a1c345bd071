// The central bank sets what a month of a service costs, from a day on.
import { useState } from 'react';
import { type CatalogueService } from '../../../client/index.ts';
import { ActButton, AmountField, ConfirmAction, DateField } from '../../../ui/index.ts';
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { mayDecideServices, useMe } from '../signed-in.tsx';
import { useAct } from './use-act.ts';

export function SetPrice({ service }: { service: CatalogueService }) {
  const words = useTexts().services;
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActButton
        size="small"
        kind="quiet"
        disabledReason={mayDecideServices(me) ? undefined : words.onlyOfficer}
        onClick={() => setOpen(true)}
      >
        {words.setPrice}
      </ActButton>
      {isOpen && <PriceDialog service={service} onClose={() => setOpen(false)} />}
    </>
  );
}

function PriceDialog({ service, onClose }: { service: CatalogueService; onClose: () => void }) {
  const words = useTexts().services;
  const name = useTitle()(service.title);
  const [form, setForm] = useState({ monthlyPrice: service.monthlyPrice, from: '' });
  const act = useAct((reason: string) => api.setPrice(service.id, { ...form, reason }), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={`${words.setPrice}: ${name}`}
      effect={words.setPriceEffect(name)}
      verb={words.setPrice}
      needsReason
      disabledReason={form.monthlyPrice === '' || form.from === '' ? `${words.price}, ${words.from}` : undefined}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={act.run}
    >
      <AmountField
        label={words.price}
        value={form.monthlyPrice}
        onChange={(monthlyPrice) => setForm({ ...form, monthlyPrice })}
      />
      <DateField label={words.from} value={form.from} onChange={(from) => setForm({ ...form, from })} />
    </ConfirmAction>
  );
}
