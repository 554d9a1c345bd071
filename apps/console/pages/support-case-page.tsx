// One support case: what it is about, its thread, and what this side may do now.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type SupportCaseDetail } from '../../../client/index.ts';
import {
  ActButton, Anchor, ConfirmAction, CopyableId, Facts, LongTextField, Moment, Note, PageHeader, ProblemNotice, Section,
} from '../../../ui/index.ts'; // prettier-ignore
import { api, SOON } from '../api.ts';
import { useTexts } from '../language.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { useAct } from '../parts/use-act.ts';
import { mayAnswer, mayAsk, seesBusiness, useMe } from '../signed-in.tsx';
import { CaseState } from './support-page.tsx';

export function SupportCasePage() {
  const { organisationId = '', caseId = '' } = useParams();
  return (
    <QueryView
      query={{
        queryKey: ['case', organisationId, caseId],
        queryFn: () => api.organisations.of(organisationId).cases.read(caseId),
        refetchInterval: SOON,
      }}
    >
      {(found) => <Shown key={found.id} found={found} />}
    </QueryView>
  );
}

interface Given {
  readonly found: SupportCaseDetail;
}

/** Why this side's person may not write; undefined when they may. */
function useCannot(): string | undefined {
  const words = useTexts().support;
  const me = useMe();
  if (me.kind === 'operator') return mayAnswer(me) ? undefined : words.onlyOfficers;
  return mayAsk(me) ? undefined : words.onlyAskers;
}

function Shown({ found }: Given) {
  const texts = useTexts();
  const words = texts.support;
  const cannot = useCannot();
  const [isClosing, setClosing] = useState(false);
  const isClosed = found.state === 'closed';
  return (
    <>
      <PageHeader
        above={<Anchor to="/support">{texts.places.support}</Anchor>}
        title={found.subject}
        line={
          <span className="fq-row">
            <CaseState state={found.state} />
            {words.kinds[found.kind]}
          </span>
        }
        acts={
          <ActButton
            disabledReason={cannot ?? (isClosed ? words.isClosed : undefined)}
            onClick={() => setClosing(true)}
          >
            {words.close}
          </ActButton>
        }
      />
      <div className="fq-stack">
        <Facts
          facts={[
            { term: texts.organisations.organisation, value: found.organisationId },
            { term: words.asked, value: <Moment at={found.askedAt} withDate /> },
            { term: words.about, value: <About found={found} /> },
          ]}
        />
        <Section title={words.thread}>
          <ol className="fq-thread">
            {found.posts.map((post, index) => (
              <li key={index} className={`fq-post fq-post-${post.side}`}>
                <div className="fq-soft fq-small">
                  {words.sides[post.side]} · {post.by} {words.acts[post.act]} · <Moment at={post.at} withDate />
                </div>
                {post.text !== null && <div className="fq-post-text">{post.text}</div>}
              </li>
            ))}
          </ol>
        </Section>
        <Write found={found} cannot={cannot} />
      </div>
      {isClosing && <Close found={found} onClose={() => setClosing(false)} />}
    </>
  );
}

/** The central bank's people who keep the system see the log of requests, those of the business the payments. */
function About({ found: { about, organisationId } }: Given) {
  const words = useTexts().support;
  const me = useMe();
  if (!about) return words.abouts.none;
  const places = { request: `/requests/${organisationId}/${about.id}`, payment: `/payments/${about.id}`, message: `/messages/${about.id}` };
  const isLinked = about.kind === 'request' ? me.kind !== 'operator' || me.roles.includes('system-administrator') : seesBusiness(me);
  return (
    <span className="fq-row">
      {isLinked ? <Anchor to={places[about.kind]}>{words.abouts[about.kind]}</Anchor> : words.abouts[about.kind]}
      <CopyableId id={about.id} length={36} />
    </span>
  );
} // prettier-ignore

function Write({ found, cannot }: Given & { cannot: string | undefined }) {
  const words = useTexts().support;
  const me = useMe();
  const [text, setText] = useState('');
  const cases = api.organisations.of(found.organisationId).cases;
  const verb = me.kind === 'operator' ? 'answer' : 'reply';
  const act = useAct(
    () => cases[verb](found.id, text.trim()),
    () => setText(''),
  );
  const disabledReason = cannot ?? (text.trim() === '' ? words.writeFirst : undefined);
  return (
    <Section title={words[verb]}>
      <div className="fq-stack">
        {found.state === 'closed' && <Note>{words.reopens}</Note>}
        <LongTextField label={words.text} value={text} onChange={setText} />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <div>
          <ActButton
            kind="primary"
            disabledReason={disabledReason}
            isBusy={act.isBusy}
            onClick={() => act.run(undefined)}
          >
            {words[verb]}
          </ActButton>
        </div>
      </div>
    </Section>
  );
}

function Close({ found, onClose }: Given & { onClose: () => void }) {
  const words = useTexts().support;
  const act = useAct(() => api.organisations.of(found.organisationId).cases.close(found.id), onClose);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words.close}
      effect={words.closeEffect(found.subject)}
      verb={words.close}
      isBusy={act.isBusy}
      problem={act.problem}
      onConfirm={() => act.run(undefined)}
    />
  );
}
