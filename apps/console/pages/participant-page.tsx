// One participant: liquidity through the day, what it may use, what holds its payments, and the acts an operator has.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type ParticipantDetail } from '../../../client/index.ts';
import {
  ActButton,
  ActMenu,
  Amount,
  Anchor,
  BusinessDate,
  CopyableId,
  Facts,
  formatBusinessDate,
  KeyFigure,
  KeyFigures,
  LiquidityChart,
  PageHeader,
  Section,
  StatusBadge,
  useLocale,
} from '../../../ui/index.ts';
import { api, LATER, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { Collateral, Limits, Reservations } from '../parts/participant-holds.tsx';
import { CollateralDialog } from '../parts/collateral-dialog.tsx';
import { ParticipantActDialog, type ParticipantAct } from '../parts/participant-acts.tsx';
import { ActTrail } from '../parts/act-trail.tsx';
import { QueryView } from '../parts/query-view.tsx';

export function ParticipantPage() {
  const { id = '' } = useParams();
  return (
    <QueryView
      query={{ queryKey: ['participant', id], queryFn: () => api.participants.read(id), refetchInterval: SOON }}
      height={720}
    >
      {(participant) => <Content participant={participant} />}
    </QueryView>
  );
}

type Shown = ParticipantAct | 'collateral';

function Content({ participant }: { participant: ParticipantDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const { language } = useLocale();
  const [act, setAct] = useState<Shown | null>(null);
  const { coming, kind } = participant;
  const guarantee = useGuarantee(participant);
  return (
    <>
      <PageHeader
        above={
          <>
            <Anchor to="/participants">{texts.places.participants}</Anchor> · <CopyableId id={participant.bic} />
          </>
        }
        title={title(participant.name)}
        line={
          <span className="fq-row">
            <StatusBadge tone={participant.standing === 'active' ? 'settled' : 'refused'}>
              {texts.standing[participant.standing]}
            </StatusBadge>
            <span>{texts.kind[kind]}</span>
            {coming && (
              <StatusBadge tone="queued">
                {texts.participant.coming(texts.standing[coming.standing], formatBusinessDate(coming.from, language))}
              </StatusBadge>
            )}
          </span>
        }
        acts={<Acts participant={participant} onAct={setAct} />}
      />
      {act === 'collateral' && <CollateralDialog participant={participant} onClose={() => setAct(null)} />}
      {act && act !== 'collateral' && (
        <ParticipantActDialog participant={participant} act={act} guarantee={guarantee} onClose={() => setAct(null)} />
      )}
      <div className="fq-stack">
        {kind === 'direct' && <Direct participant={participant} onAct={setAct} />}
        {kind === 'clearing-house' && <House participant={participant} guarantee={guarantee} />}
        {kind === 'indirect' && <Indirect participant={participant} />}
        <Section title={texts.payment.details}>
          <Details participant={participant} />
        </Section>
        <Section title={texts.participant.trail}>
          <ActTrail acts={participant.acts} />
        </Section>
      </div>
    </>
  );
}

/** What stands on a clearing house's guarantee account; nought while it has none. */
function useGuarantee({ id, kind }: ParticipantDetail): string {
  const code = `guarantee:${id}`;
  const { data } = useQuery({
    queryKey: ['guarantee', id],
    queryFn: () => api.books.accounts({ q: code, limit: 1 }),
    enabled: kind === 'clearing-house',
    refetchInterval: LATER,
  });
  const account = data?.items.find((one) => one.code === code);
  return account?.balance ?? '0';
}

function Acts({ participant, onAct }: { participant: ParticipantDetail; onAct: (act: Shown) => void }) {
  const { participant: words } = useTexts();
  const { kind, standing } = participant;
  const hasLeft = standing === 'left' ? words.hasLeft : undefined;
  const onlyDirect = kind === 'direct' ? undefined : kind === 'indirect' ? words.noAccount : words.notForHouse;
  const isSuspended = standing === 'suspended';
  return (
    <>
      <ActButton disabledReason={hasLeft} onClick={() => onAct(isSuspended ? 'resume' : 'suspend')}>
        {isSuspended ? words.resume : words.suspend}
      </ActButton>
      {kind === 'clearing-house' ? (
        <ActButton kind="primary" disabledReason={hasLeft} onClick={() => onAct('guarantee')}>
          {words.payGuarantee}
        </ActButton>
      ) : (
        <ActButton kind="primary" disabledReason={hasLeft ?? onlyDirect} onClick={() => onAct('fund')}>
          {words.fund}
        </ActButton>
      )}
      <ActMenu
        label={words.otherActs}
        acts={[
          { label: words.takeBack, onClick: () => onAct('take-back'), disabledReason: onlyDirect },
          { label: words.changeCredit, onClick: () => onAct('credit-line'), disabledReason: onlyDirect ?? hasLeft },
          { label: words.setCollateral, onClick: () => onAct('collateral'), disabledReason: onlyDirect ?? hasLeft },
          { label: words.setMinimum, onClick: () => onAct('minimum-reserve'), disabledReason: onlyDirect ?? hasLeft },
          { label: words.leave, onClick: () => onAct('leave'), disabledReason: hasLeft },
        ]}
      />
    </>
  );
}

function Direct({ participant, onAct }: { participant: ParticipantDetail; onAct: (act: Shown) => void }) {
  const texts = useTexts();
  return (
    <>
      <Figures participant={participant} />
      <Liquidity id={participant.id} />
      <div className="fq-columns">
        <Limits participant={participant} onSet={() => onAct('limit')} />
        <Reservations participant={participant} onSet={() => onAct('reservation')} />
      </div>
      <Section
        title={texts.participant.collateral}
        acts={
          <ActButton size="small" onClick={() => onAct('collateral')}>
            {texts.participant.setCollateral}
          </ActButton>
        }
      >
        <Collateral participant={participant} />
      </Section>
    </>
  );
}

/** A clearing house holds nothing of its own: what counts is its guarantee and its batches. */
function House({ participant, guarantee }: { participant: ParticipantDetail; guarantee: string }) {
  const texts = useTexts();
  const { id } = participant;
  return (
    <>
      <KeyFigures>
        <KeyFigure
          label={texts.participant.guarantee}
          figure={<Amount minor={guarantee} isCompact withCurrency />}
          note={texts.participant.guaranteeNote}
        />
        <KeyFigure
          label={texts.participant.batches}
          figure={<Amount minor={participant.sentToday} isCompact withCurrency />}
          note={texts.today.settled}
          to={`/clearing?house=${id}`}
        />
      </KeyFigures>
      <p className="fq-soft">{texts.participant.houseNone}</p>
    </>
  );
}

function Indirect({ participant }: { participant: ParticipantDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const through = participant.settlesThrough;
  if (!through) return null;
  return (
    <p>
      <Anchor to={`/participants/${through.id}`}>{texts.participant.throughNote(title(through.name))}</Anchor>{' '}
      <span className="fq-soft">{texts.participant.noAccount}</span>
    </p>
  );
}

function Figures({ participant }: { participant: ParticipantDetail }) {
  const { participants: names } = useTexts();
  const compact = (minor: string | null) => <Amount minor={minor} isCompact />;
  const { id } = participant;
  const account = participant.accountCode ? { to: `/books/${encodeURIComponent(participant.accountCode)}` } : {};
  return (
    <KeyFigures>
      <KeyFigure label={names.balance} figure={compact(participant.balance)} {...account} />
      <KeyFigure label={names.available} figure={compact(participant.available)} tone="settled" />
      <KeyFigure
        label={names.creditLine}
        figure={compact(participant.creditLine)}
        note={
          <>
            {names.creditUsed} {compact(participant.creditUsed)}
          </>
        }
      />
      <KeyFigure
        label={names.queuedOut}
        figure={compact(participant.queuedOutValue)}
        tone="queued"
        to={`/queue?sender=${id}`}
      />
      <KeyFigure
        label={names.sent}
        figure={compact(participant.sentToday)}
        to={`/payments?state=settled&sender=${id}`}
      />
      <KeyFigure
        label={names.receivedToday}
        figure={compact(participant.receivedToday)}
        to={`/payments?state=settled&receiver=${id}`}
      />
    </KeyFigures>
  );
}

function Liquidity({ id }: { id: string }) {
  const texts = useTexts();
  return (
    <QueryView
      query={{ queryKey: ['liquidity', id], queryFn: () => api.participants.liquidity(id), refetchInterval: SOON }}
      height={440}
    >
      {(day) => (
        <Section
          title={texts.participant.liquidity}
          acts={
            day.projectedClose !== null && (
              <span>
                {texts.participant.projected} <Amount minor={day.projectedClose} withCurrency />{' '}
                <span className="fq-soft fq-small">{texts.participant.projectedNote}</span>
              </span>
            )
          }
        >
          <LiquidityChart day={day} label={texts.participant.liquidity} />
        </Section>
      )}
    </QueryView>
  );
}

function Details({ participant }: { participant: ParticipantDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const through = participant.settlesThrough;
  return (
    <Facts
      facts={[
        { term: 'BIC', value: <CopyableId id={participant.bic} /> },
        ...(participant.lei ? [{ term: 'LEI', value: <CopyableId id={participant.lei} /> }] : []),
        ...(participant.clearingCode
          ? [
              {
                term: `${texts.participants.clearingCode} (${participant.clearingCode.scheme})`,
                value: <CopyableId id={participant.clearingCode.code} />,
              },
            ]
          : []),
        ...(participant.accountCode
          ? [
              {
                term: texts.participant.account,
                value: (
                  <Anchor to={`/books/${encodeURIComponent(participant.accountCode)}`}>
                    {participant.accountCode}
                  </Anchor>
                ),
              },
            ]
          : []),
        ...(through
          ? [
              {
                term: texts.participants.through,
                value: <Anchor to={`/participants/${through.id}`}>{title(through.name)}</Anchor>,
              },
            ]
          : []),
        ...(participant.kind === 'direct'
          ? [
              {
                term: texts.participant.minimumReserve,
                value: <Amount minor={participant.minimumReserve} withCurrency />,
              },
            ]
          : []),
        { term: texts.participant.joined, value: <BusinessDate date={participant.joinedOn} /> },
        {
          term: texts.participant.payments,
          value: <Anchor to={`/payments?party=${participant.id}`}>{texts.places.payments}</Anchor>,
        },
      ]}
    />
  );
}
