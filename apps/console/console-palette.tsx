// What the palette offers: every page one may open, every participant, payments found by any id, and a few acts.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CommandPalette, formatAmount, useLocale, type Command, type Place } from '../../ui/index.ts';
import { api } from './api.ts';
import { useLanguage, useTitle } from './language.tsx';

export function ConsolePalette(props: {
  places: Place[];
  isOfBusiness: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}) {
  const { texts, language, setLanguage } = useLanguage();
  const title = useTitle();
  const locale = useLocale();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const participants = useQuery({
    queryKey: ['participants', 'all'],
    queryFn: () => api.participants.list({ limit: 200 }),
    enabled: props.isOpen && props.isOfBusiness,
    staleTime: 60_000,
  }).data;
  const payments = useQuery({
    queryKey: ['payments', 'palette', query],
    queryFn: () => api.payments.list({ q: query, limit: 8 }),
    enabled: props.isOpen && props.isOfBusiness && query.length >= 6,
    placeholderData: keepPreviousData,
  }).data;

  const go = (to: string) => () => void navigate(to);
  const pages = [...props.places, { to: '/me', label: texts.places.me }].map(({ to, label }): Command => ({
    id: to,
    label,
    group: texts.frame.pagesGroup,
    run: go(to),
  }));
  const found = (query.length >= 6 ? (payments?.items ?? []) : []).map((payment): Command => ({
    id: `${payment.id} ${payment.uetr} ${payment.endToEndId} ${query}`,
    label: `${title(payment.sender.shortName)} → ${title(payment.receiver.shortName)}`,
    hint: `${formatAmount(payment.amount, locale)} · ${texts.state[payment.state]}`,
    group: texts.frame.paymentsGroup,
    run: go(`/payments/${payment.id}`),
  }));
  const members = (participants?.items ?? []).map((participant): Command => ({
    id: `${participant.id} ${participant.name.en} ${participant.name.zh}`,
    label: title(participant.name),
    hint: participant.bic,
    group: texts.frame.participantsGroup,
    run: go(`/participants/${participant.id}`),
  }));
  const ofBusiness: Command[] = [
    { id: 'admit', label: texts.participant.admit, group: texts.frame.actsGroup, run: go('/participants?admit=1') },
    { id: 'optimise', label: texts.queue.optimise, group: texts.frame.actsGroup, run: go('/queue') },
  ];
  const acts: Command[] = [
    {
      id: 'language',
      label: texts.frame.switchLanguage,
      group: texts.frame.actsGroup,
      run: () => setLanguage(language === 'en' ? 'zh-CN' : 'en'),
    },
    ...(props.isOfBusiness ? ofBusiness : []),
    { id: 'print', label: texts.words.print, group: texts.frame.actsGroup, run: () => setTimeout(() => print(), 100) },
  ];
  return <CommandPalette {...props} commands={[...found, ...pages, ...members, ...acts]} onQuery={setQuery} />;
}
