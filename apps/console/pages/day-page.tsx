// The business day: phases with their cut-offs, extension, closing with what it would do.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Day, type Phase } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  BusinessDate,
  ConfirmAction,
  CountField,
  formatAmount,
  formatBusinessDate,
  formatCount,
  formatTime,
  Moment,
  PageHeader,
  PhaseBar,
  Section,
  SmallTable,
  StatusBadge,
  useLocale,
  type Tone,
} from '../../../ui/index.ts';
import { api, problemOf, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { ActTrail } from '../parts/act-trail.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';

const tones: Record<Phase['state'], Tone> = { past: 'plain', current: 'settled', coming: 'queued' };

export function DayPage() {
  return (
    <QueryView query={{ queryKey: ['day'], queryFn: api.day.read, refetchInterval: SOON }} height={720}>
      {(day) => <Content day={day} />}
    </QueryView>
  );
}

function Content({ day }: { day: Day }) {
  const texts = useTexts();
  const title = useTitle();
  const [extending, setExtending] = useState<Phase | null>(null);
  const [isClosing, setClosing] = useState(false);
  const current = day.phases.find((phase) => phase.state === 'current');
  return (
    <>
      <PageHeader
        title={
          <>
            {texts.day.title} <BusinessDate date={day.date} />
          </>
        }
        line={texts.day.line}
        acts={
          <>
            <ActButton
              disabledReason={current ? undefined : texts.day.cannotExtend}
              onClick={() => current && setExtending(current)}
            >
              {texts.day.extend}
            </ActButton>
            <ActButton
              kind="primary"
              disabledReason={day.state === 'closed' ? texts.day.closed : undefined}
              onClick={() => setClosing(true)}
            >
              {texts.day.close}
            </ActButton>
          </>
        }
      />
      {extending && <ExtendDialog phase={extending} onClose={() => setExtending(null)} />}
      {isClosing && <CloseDialog onClose={() => setClosing(false)} />}
      <div className="fq-stack">
        <PhaseBar phases={day.phases.map((phase) => ({ ...phase, title: title(phase.title) }))} now={day.now} />
        <Section
          title={texts.day.phases}
          note={
            <>
              {texts.day.next}: <BusinessDate date={day.nextDate} />
            </>
          }
        >
          <Phases day={day} onExtend={setExtending} />
        </Section>
        <div className="fq-columns">
          <Section title={texts.day.trail}>
            <ActTrail acts={day.acts} />
          </Section>
          <Section title={texts.day.earlier}>
            <Earlier />
          </Section>
        </div>
      </div>
    </>
  );
}

function Phases({ day, onExtend }: { day: Day; onExtend: (phase: Phase) => void }) {
  const texts = useTexts();
  const title = useTitle();
  const words = { past: texts.day.past, current: texts.day.current, coming: texts.day.coming };
  return (
    <SmallTable
      label={texts.day.phases}
      rows={day.phases}
      rowKey={(row) => row.code}
      columns={[
        { key: 'phase', head: texts.day.phase, cell: (row) => title(row.title), plain: (row) => row.code },
        {
          key: 'state',
          head: texts.words.state,
          cell: (row) => <StatusBadge tone={tones[row.state]}>{words[row.state]}</StatusBadge>,
          plain: (row) => row.state,
        },
        {
          key: 'from',
          head: texts.day.begins,
          cell: (row) => <Moment at={row.startsAt} withDate precision="minute" />,
          plain: (row) => row.startsAt,
        },
        {
          key: 'to',
          head: texts.day.ends,
          cell: (row) => (
            <>
              <Moment at={row.endsAt} precision="minute" />
              {row.extendedMinutes > 0 && (
                <span className="fq-status-queued"> {texts.day.extended(row.extendedMinutes)}</span>
              )}
            </>
          ),
          plain: (row) => row.endsAt,
        },
        {
          key: 'accepts',
          head: texts.day.accepts,
          cell: (row) => <span className="fq-soft">{title(row.accepts)}</span>,
          plain: (row) => title(row.accepts),
        },
      ]}
      acts={(row) => (
        <ActButton
          size="small"
          kind="quiet"
          disabledReason={row.state === 'past' ? texts.day.cannotExtend : undefined}
          onClick={() => onExtend(row)}
        >
          {texts.day.extend}
        </ActButton>
      )}
    />
  );
}

function ExtendDialog({ phase, onClose }: { phase: Phase; onClose: () => void }) {
  const texts = useTexts();
  const title = useTitle();
  const locale = useLocale();
  const [minutes, setMinutes] = useState(30);
  const act = useAct((reason: string) => api.day.extend({ phase: phase.code, minutes, reason }), onClose);
  const until = formatTime(new Date(Date.parse(phase.endsAt) + minutes * 60_000).toISOString(), locale, 'minute');
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={`${texts.day.extendTitle}: ${title(phase.title)}`}
      verb={texts.day.extend}
      effect={texts.day.extendEffect(title(phase.title), minutes, until)}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={(reason) => act.run(reason)}
    >
      <CountField label={texts.day.minutes} value={minutes} min={1} max={480} onChange={setMinutes} />
    </ConfirmAction>
  );
}

function CloseDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const locale = useLocale();
  const preview = useQuery({ queryKey: ['day', 'close'], queryFn: api.day.previewClose, gcTime: 0 });
  const act = useAct((reason: string) => api.day.close({ reason }), onClose);
  const money = (minor: string) => `${locale.currency} ${formatAmount(minor, locale)}`;
  const count = (of: number) => formatCount(of, locale.language);
  const { data } = preview;
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={texts.day.close}
      verb={texts.day.close}
      effect={
        data ? (
          <>
            <p>
              {texts.day.closeEffect(
                count(data.returnedCount),
                money(data.queuedValue),
                formatBusinessDate(data.nextDate, locale.language),
              )}
            </p>
            {data.participantsInCredit > 0 && (
              <p>{texts.day.closeCredit(count(data.participantsInCredit), money(data.creditUsed))}</p>
            )}
          </>
        ) : (
          '…'
        )
      }
      disabledReason={data ? undefined : '…'}
      needsReason
      isBusy={act.isBusy}
      problem={act.problem ?? problemOf(preview.error)}
      onConfirm={(reason) => act.run(reason)}
    />
  );
}

function Earlier() {
  const texts = useTexts();
  const { currency, language } = useLocale();
  return (
    <QueryView query={{ queryKey: ['days'], queryFn: () => api.day.list({ limit: 20 }) }} height={160}>
      {(days) => (
        <SmallTable
          label={texts.day.earlier}
          rows={days.items.filter((row) => row.state === 'closed')}
          rowKey={(row) => row.date}
          empty={texts.day.noEarlier}
          columns={[
            {
              key: 'date',
              head: texts.words.date,
              cell: (row) => <BusinessDate date={row.date} />,
              plain: (row) => row.date,
            },
            {
              key: 'count',
              head: texts.words.count,
              align: 'right',
              cell: (row) => formatCount(row.settledCount, language),
              plain: (row) => String(row.settledCount),
            },
            {
              key: 'returned',
              head: texts.day.returned,
              align: 'right',
              cell: (row) => formatCount(row.returnedCount, language),
              plain: (row) => String(row.returnedCount),
            },
            {
              key: 'value',
              head: `${texts.today.settled} ${currency}`,
              align: 'right',
              cell: (row) => <Amount minor={row.settledValue} />,
              plain: (row) => row.settledValue,
            },
          ]}
        />
      )}
    </QueryView>
  );
}
