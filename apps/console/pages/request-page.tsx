// One request with its story: what was asked, what was answered and why, and the same again in the sandbox beside it.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type LoggedRequestDetail } from '../../../client/index.ts';
import {
  ActButton, Anchor, ConfirmAction, CopyableId, Duration, EnvironmentTag, Facts, Moment, PageHeader, Section, StatusBadge,
} from '../../../ui/index.ts'; // prettier-ignore
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { BodyText } from '../parts/body-text.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { isBodyMissing, isSigned, runAgain, type RunAgain } from '../run-again.ts';
import { mayAsk, useMe } from '../signed-in.tsx';
import { toneOf } from './requests-page.tsx';

export function RequestPage() {
  const { organisationId = '', requestId = '' } = useParams();
  return (
    <QueryView
      query={{
        queryKey: ['request', organisationId, requestId],
        queryFn: () => api.organisations.of(organisationId).requests.read(requestId),
      }}
    >
      {(request) => <Shown key={request.id} request={request} organisationId={organisationId} />}
    </QueryView>
  );
}

interface Given {
  readonly request: LoggedRequestDetail;
  readonly organisationId: string;
}

function Shown({ request, organisationId }: Given) {
  const texts = useTexts();
  const words = texts.requests;
  const title = useTitle();
  const [isOpen, setOpen] = useState(false);
  const [run, setRun] = useState<RunAgain>();
  const { keyId, actor, code, field, explanation } = request;
  return (
    <>
      <PageHeader
        above={<Anchor to={`/requests?organisation=${organisationId}`}>{texts.places.requests}</Anchor>}
        title={`${request.method} ${request.path || request.target}`}
        line={
          <span className="fq-row">
            <StatusBadge tone={toneOf(request.status)}>{String(request.status)}</StatusBadge>
            <EnvironmentTag environment={request.environment} />
            <Moment at={request.at} withDate />
          </span>
        }
        acts={
          <>
            <AskAboutIt request={request} organisationId={organisationId} />
            <RunAgainAct request={request} organisationId={organisationId} onOpen={() => setOpen(true)} />
          </>
        }
      />
      <div className="fq-stack">
        {code !== null && (
          <Section title={words.refusal}>
            <p>{explanation ? title(explanation) : code}</p>
            <span className="fq-mono fq-small fq-soft">
              {code}
              {field !== null && ` · ${words.field} ${field}`}
            </span>
          </Section>
        )}
        <Facts
          facts={[
            { term: words.find, value: <CopyableId id={request.id} length={36} /> },
            { term: words.request, value: <span className="fq-mono fq-small fq-wrap">{request.target}</span> },
            { term: words.by, value: keyId === null ? actor : `${actor} · ${keyId}` },
            { term: words.took, value: <Duration millis={request.microseconds / 1_000} /> },
            { term: words.sizes, value: `${request.bytesIn} · ${request.bytesOut}` },
            { term: words.idempotencyKey, value: request.idempotencyKey ?? '–' },
          ]}
        />
        {run && <RunShown request={request} run={run} />}
        {run && run.sent !== request.asked && <Body title={words.sent} text={run.sent} />}
        <Body title={words.asked} text={request.asked} />
        {!run && <Body title={words.answered} text={request.answered} />}
      </div>
      {isOpen && (
        <RunDialog
          request={request}
          organisationId={organisationId}
          onDone={(made) => {
            setRun(made);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function AskAboutIt({ request, organisationId }: Given) {
  const words = useTexts().support;
  const me = useMe();
  if (me.kind === 'operator' || !mayAsk(me) || me.organisationId !== organisationId) return null;
  return <Anchor to={`/support?about=request&aboutId=${request.id}`}>{words.askAbout}</Anchor>;
}

function RunAgainAct({ request, organisationId, onOpen }: Given & { onOpen: () => void }) {
  const words = useTexts().requests;
  const me = useMe();
  const isOwn = me.kind !== 'operator' && me.organisationId === organisationId;
  const cannotSend = isBodyMissing(request) ? words.bodyMissing : isSigned(request) ? words.signed : undefined;
  const cannot = isOwn ? cannotSend : words.onlyOwn;
  return (
    <ActButton kind="primary" disabledReason={cannot} onClick={onOpen}>
      {words.runAgain}
    </ActButton>
  );
}

function RunDialog(props: Given & { onDone: (run: RunAgain | undefined) => void; onClose: () => void }) {
  const words = useTexts().requests;
  const act = useAct(() => runAgain(props.request, props.organisationId), props.onDone);
  return (
    <ConfirmAction
      isOpen
      onClose={props.onClose}
      title={words.runAgain}
      effect={words.runAgainEffect}
      verb={words.runAgain}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    />
  );
}

/** The answer then and the answer now, side by side where there is room. */
function RunShown({ request, run }: { request: LoggedRequestDetail; run: RunAgain }) {
  const words = useTexts().requests;
  return (
    <Section title={words.runs} note={<CopyableId id={run.requestId} length={36} />}>
      <div className="fq-beside">
        <div>
          <h3>
            {words.then} <StatusBadge tone={toneOf(request.status)}>{String(request.status)}</StatusBadge>
          </h3>
          <BodyText label={words.then} text={request.answered} />
        </div>
        <div>
          <h3>
            {words.now} <StatusBadge tone={toneOf(run.status)}>{String(run.status)}</StatusBadge>
          </h3>
          <BodyText label={words.now} text={run.answered} />
        </div>
      </div>
    </Section>
  );
}

function Body({ title, text }: { title: string; text: string | null }) {
  return (
    <Section title={title}>
      <BodyText label={title} text={text} />
    </Section>
  );
}
