// Trying a part of the API: a real request to the institution's own sandbox, made of what the OpenAPI document says.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type Environment } from '../../../client/index.ts';
import {
  ActButton, Anchor, EmptyState, LongTextField, PageHeader, ProblemNotice, Section, SelectField, StatusBadge, TextField,
} from '../../../ui/index.ts'; // prettier-ignore
import { api } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { addressOf, type ApiDocument, type Operation, operationsOf, readDocument } from '../operations.ts';
import { BodyText } from '../parts/body-text.tsx';
import { useOrganisationId } from '../parts/organisation-choice.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { sendToSandbox, withNewNames } from '../run-again.ts';
import { useMe } from '../signed-in.tsx';
import { useFilters } from '../use-list.ts';
import { toneOf } from './requests-page.tsx';

/** Who sends in the document's examples. */
const EXAMPLE_BANK = 'MRDNCNBJ';

export function TryPage() {
  const { tag = '' } = useParams();
  const texts = useTexts();
  const words = texts.requests;
  const me = useMe();
  const { data } = useQuery({ queryKey: ['openapi'], queryFn: readDocument, staleTime: Infinity });
  return (
    <>
      <PageHeader
        above={<Anchor to="/services">{texts.places.services}</Anchor>}
        title={words.tryTitle(tag)}
        line={words.tryLine}
      />
      {me.kind === 'operator' ? (
        <EmptyState title={words.onlyOwn} />
      ) : (
        data && <InSandbox>{(sandbox) => <Chosen document={data} tag={tag} sandbox={sandbox} />}</InSandbox>
      )}
    </>
  );
}

/** Without one there is nothing to send to. */
function InSandbox({ children }: { children: (sandbox: Environment) => ReactNode }) {
  const texts = useTexts();
  const organisationId = useOrganisationId();
  const readOwn = async (): Promise<Environment | null> => {
    const { items } = await api.environments.list();
    const isThere = items.some((each) => each.kind === 'sandbox' && each.organisationId === organisationId);
    return isThere ? api.environments.at(`/sandbox/${encodeURIComponent(organisationId)}`).read() : null;
  };
  return (
    <QueryView query={{ queryKey: ['environment', organisationId], queryFn: readOwn }}>
      {(sandbox) =>
        sandbox ? (
          children(sandbox)
        ) : (
          <div className="fq-stack">
            <EmptyState title={texts.requests.noSandbox} />
            <Anchor to="/environments">{texts.places.environments}</Anchor>
          </div>
        )
      }
    </QueryView>
  );
}

function Chosen({ document, tag, sandbox }: { document: ApiDocument; tag: string; sandbox: Environment }) {
  const words = useTexts().requests;
  const title = useTitle();
  const { filters, setFilters } = useFilters(['operation']);
  const operations = operationsOf(document, tag);
  const operation = operations.find(({ name }) => name === filters.operation) ?? operations[0];
  if (!operation) return <EmptyState title={words.none} />;
  return (
    <div className="fq-stack">
      <SelectField
        label={words.operation}
        value={operation.name}
        choices={operations.map((each) => ({ value: each.name, label: `${each.name} · ${title(each.title)}` }))}
        onChange={(chosen) => setFilters({ operation: chosen })}
        canSearch
      />
      {operation.about && <p className="fq-soft">{title(operation.about)}</p>}
      <Tried key={operation.name} operation={operation} sandbox={sandbox} />
    </div>
  );
}

function Tried({ operation, sandbox }: { operation: Operation; sandbox: Environment }) {
  const words = useTexts().requests;
  const organisationId = useOrganisationId();
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(exampleFor(operation, sandbox));
  const act = useAct(() =>
    sendToSandbox(organisationId, {
      method: operation.method,
      path: addressOf(operation, values),
      body: operation.body ? { type: operation.body.type, text: body } : undefined,
    }),
  );
  const missing = operation.parameters.find(({ name, isRequired }) => isRequired && !values[name]);
  return (
    <>
      {operation.parameters.length > 0 && (
        <div className="fq-beside">
          {operation.parameters.map(({ name, isRequired, description }) => (
            <TextField
              key={name}
              label={isRequired ? `${name} *` : name}
              {...(description ? { hint: description } : {})}
              value={values[name] ?? ''}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          ))}
        </div>
      )}
      {operation.body && <LongTextField label={words.body} value={body} onChange={setBody} />}
      <div>
        <ActButton
          kind="primary"
          disabledReason={missing ? words.missing(missing.name) : undefined}
          isBusy={act.isBusy}
          onClick={() => act.run(undefined)}
        >
          {words.send}
        </ActButton>
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
      {act.answer && (
        <Section
          title={words.answered}
          note={<Anchor to={`/requests/${organisationId}/${act.answer.requestId}`}>{act.answer.requestId}</Anchor>}
          acts={<StatusBadge tone={toneOf(act.answer.status)}>{String(act.answer.status)}</StatusBadge>}
        >
          <BodyText label={words.answered} text={act.answer.answered} />
        </Section>
      )}
    </>
  );
}

/** The document's example as this bank would send it today: its own BIC, the sandbox's date, names of its own. */
function exampleFor({ body }: Operation, { participantId, clock: { date } }: Environment): string {
  if (!body?.example.startsWith('<')) return body?.example ?? '';
  const own = participantId === null ? body.example : body.example.replaceAll(EXAMPLE_BANK, participantId);
  const dated = date === null ? own : own.replace(/(<IntrBkSttlmDt>)[^<]*/g, `$1${date}`).replace(/(<CreDtTm>)[^T]*/g, `$1${date}`);
  return withNewNames(dated, body.type);
} // prettier-ignore
