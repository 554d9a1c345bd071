// One request: what approving it changes, its exact content with the hash, who said what, and the acts it is open to.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type ApprovalRequestDetail } from '../../../client/index.ts';
import {
  ActButton,
  Amount,
  Anchor,
  AuditTrail,
  ConfirmAction,
  CopyableId,
  Facts,
  Moment,
  PageHeader,
  Section,
  SmallTable,
  StatusBadge,
} from '../../../ui/index.ts';
import { api, SOON } from '../api.ts';
import { useTexts, useTitle } from '../language.tsx';
import { CertificateOfRun } from '../parts/certificate.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { TakeApproved } from '../parts/take-approved.tsx';
import { useAct } from '../parts/use-act.ts';
import { approveWithPasskey } from '../passkey.ts';
import { useMe } from '../signed-in.tsx';
import { isAbout, stateText, toneOfRequest } from './approvals-page.tsx';

type Verb = 'approve' | 'refuse' | 'withdraw';

export function ApprovalPage() {
  const { id = '' } = useParams();
  return (
    <QueryView
      query={{ queryKey: ['approvals', 'one', id], queryFn: () => api.approvals.read(id), refetchInterval: SOON }}
      height={640}
    >
      {(request) => <Content request={request} />}
    </QueryView>
  );
}

function Content({ request }: { request: ApprovalRequestDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const words = texts.approvals;
  const [verb, setVerb] = useState<Verb | null>(null);
  const { may } = request;
  const why = may.why === null ? undefined : (words.why[may.why] ?? may.why);
  return (
    <>
      <PageHeader
        above={<Anchor to="/approvals">{texts.places.approvals}</Anchor>}
        title={title(request.title)}
        line={<StatusBadge tone={toneOfRequest[request.state]}>{stateText(request, words)}</StatusBadge>}
        acts={
          <>
            {request.state === 'waiting' && (
              <ActButton disabledReason={may.withdraw ? undefined : words.notYours} onClick={() => setVerb('withdraw')}>
                {words.withdraw}
              </ActButton>
            )}
            {request.state === 'waiting' && (
              <ActButton disabledReason={may.refuse ? undefined : why} onClick={() => setVerb('refuse')}>
                {words.refuse}
              </ActButton>
            )}
            {request.state === 'waiting' && (
              <ActButton kind="primary" disabledReason={why} onClick={() => setVerb('approve')}>
                {words.approve}
              </ActButton>
            )}
            <TakeApproved request={request} />
          </>
        }
      />
      {verb && <DecideDialog request={request} verb={verb} onClose={() => setVerb(null)} />}
      <div className="fq-stack">
        <RequestFacts request={request} />
        <div className="fq-columns">
          <Section title={words.difference}>
            <Differences request={request} />
          </Section>
          <Section title={texts.payment.story}>
            <AuditTrail
              acts={request.acts.map(({ at, actor, act, detail }) => ({
                ...{ at, actor, text: words.act[act], reason: detail },
              }))}
            />
          </Section>
        </div>
        <CertificateAsked request={request} />
        <Section title={words.content} note={words.contentNote}>
          <p className="fq-row">
            <span className="fq-mono">{request.route}</span>
            <CopyableId id={request.contentHash} length={64} />
          </p>
          <pre className="fq-exact">{request.content}</pre>
        </Section>
      </div>
    </>
  );
}

/** Going live is approved by a certificate: it stands there whole. */
function CertificateAsked({ request }: { request: ApprovalRequestDetail }) {
  if (request.action !== 'live:open') return null;
  const { params, body } = JSON.parse(request.content) as { params: { id: string }; body: { run: string } };
  return <CertificateOfRun organisationId={params.id} run={body.run} />;
}

function RequestFacts({ request }: { request: ApprovalRequestDetail }) {
  const texts = useTexts();
  const title = useTitle();
  const words = texts.approvals;
  const roles = useQuery({ queryKey: ['roles'], queryFn: api.roles, staleTime: Infinity }).data?.items;
  const roleName = (id: string): string => {
    const role = roles?.find((each) => each.id === id);
    return role ? title(role.title) : id;
  };
  const given = request.approvals.map(({ approver, onBehalfOf }) =>
    onBehalfOf === null ? approver.name : `${approver.name} (${words.standsIn(onBehalfOf)})`,
  );
  return (
    <Facts
      facts={[
        { term: words.maker, value: request.maker.name },
        { term: texts.words.reason, value: request.reason ?? texts.words.none },
        { term: texts.words.amount, value: <Amount minor={request.amount} withCurrency /> },
        { term: words.made, value: <Moment at={request.madeAt} withDate /> },
        { term: words.expires, value: <Moment at={request.expiresAt} withDate /> },
        {
          term: `${words.approvedBy} (${words.givenOf(String(given.length), String(request.approversNeeded))})`,
          value: given.join(', ') || words.nobodyYet,
        },
        { term: words.whoApproves, value: request.approverRoles.map(roleName).join(', ') },
        ...(request.endedBy ? [{ term: words.endedBy, value: request.endedBy.name }] : []),
        ...(request.outcome
          ? [{ term: words.outcome, value: <span className="fq-mono">{request.outcome.code}</span> }]
          : []),
      ]}
    />
  );
}

/** What stays as it is says what it is about; the rest is what approving changes. */
function Differences({ request: { difference } }: { request: ApprovalRequestDetail }) {
  const title = useTitle();
  const words = useTexts().approvals;
  const about = difference.filter(isAbout);
  const rows = difference.filter((line) => !isAbout(line)).map((line, key) => ({ ...line, key }));
  const shown = (kind: string, value: string | null) => (kind === 'amount' ? <Amount minor={value} /> : (value ?? '–'));
  return (
    <div className="fq-stack">
      {about.length > 0 && (
        <Facts facts={about.map(({ field, kind, after }) => ({ term: title(field), value: shown(kind, after) }))} />
      )}
      <SmallTable
        label={words.difference}
        rows={rows}
        rowKey={({ key }) => String(key)}
        empty={words.noDifference}
        columns={[
          { key: 'field', head: words.field, cell: ({ field }) => title(field), plain: ({ field }) => field.en },
          {
            key: 'before',
            head: words.before,
            align: 'right',
            cell: ({ kind, before }) => <span className="fq-soft">{shown(kind, before)}</span>,
            plain: ({ before }) => before ?? '',
          },
          {
            key: 'after',
            head: words.after,
            align: 'right',
            cell: ({ kind, after }) => <strong>{shown(kind, after)}</strong>,
            plain: ({ after }) => after ?? '',
          },
        ]}
      />
    </div>
  );
}

function DecideDialog(props: { request: ApprovalRequestDetail; verb: Verb; onClose: () => void }) {
  const { request, verb, onClose } = props;
  const title = useTitle();
  const words = useTexts().approvals;
  const { method } = useMe();
  const doing = useAct(async (reason: string): Promise<unknown> => {
    // The hash that was on the screen: what is kept by then must be the same.
    const hash = request.contentHash;
    if (verb === 'approve') {
      const proof = method === 'demo' ? undefined : await approveWithPasskey(request.id, hash);
      return api.approvals.approve(request.id, { hash, proof });
    }
    return api.approvals[verb](request.id, { reason });
  }, onClose);
  const [what, maker] = [title(request.title), request.maker.name];
  const isLast = request.approvals.length + 1 === request.approversNeeded;
  const effect = {
    approve: isLast && request.byMaker ? words.approveByMaker(what, maker) : words.approveEffect(what, maker, isLast),
    refuse: words.refuseEffect(what, maker),
    withdraw: words.withdrawEffect(what),
  }[verb];
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={words[verb]}
      verb={words[verb]}
      effect={effect}
      needsReason={verb !== 'approve'}
      isBusy={doing.isBusy}
      problem={doing.problem}
      onConfirm={(reason) => doing.run(reason)}
    >
      {verb === 'approve' && <Differences request={request} />}
    </ConfirmAction>
  );
}
