// The gate of the console: until someone has signed in there is the sign-in page and nothing else, wherever they came.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { type Me } from '../../client/index.ts';
import { ProblemNotice, Waiting } from '../../ui/index.ts';
import { api, LATER, problemOf } from './api.ts';
import { SignInPage } from './pages/sign-in-page.tsx';

const MeContext = createContext<Me | undefined>(undefined);

/** Roles that see the business; the others have their own pages only. */
const OF_BUSINESS = ['operator', 'participants-officer', 'supervisor', 'viewer', 'audit-administrator'];

export const seesBusiness = ({ kind, roles }: Me): boolean =>
  kind === 'operator' && roles.some((role) => OF_BUSINESS.includes(role));

/** An institution's people see their own, the central bank's all. */
export const seesEnvironments = (me: Me): boolean =>
  me.kind !== 'operator' || seesBusiness(me) || me.roles.includes('system-administrator');

export const mayMakeEnvironments = ({ roles }: Me): boolean =>
  ['participants-officer', 'system-administrator', 'member-administrator'].some((role) => roles.includes(role));

export const mayMoveClocks = ({ roles }: Me): boolean =>
  ['operator', 'member-administrator', 'member-operator'].some((role) => roles.includes(role));

const hasOne = ({ roles }: Me, ...these: string[]): boolean => these.some((role) => roles.includes(role));

export const mayChangeKeys = (me: Me): boolean => hasOne(me, 'security-administrator', 'member-administrator');

export const seesConformance = (me: Me): boolean => me.kind !== 'operator' || seesBusiness(me);

export const mayBeginRuns = (me: Me): boolean =>
  hasOne(me, 'participants-officer', 'member-administrator', 'member-operator');

export const mayTellNotices = (me: Me): boolean => hasOne(me, 'operator');
export const mayAskLive = (me: Me): boolean => hasOne(me, 'member-administrator');
export const mayOpenLive = (me: Me): boolean => hasOne(me, 'participants-officer');

export const maySubscribe = (me: Me): boolean => hasOne(me, 'member-administrator');
/** About subscriptions, and about prices. */
export const mayDecideServices = (me: Me): boolean => hasOne(me, 'participants-officer');
/** The institution's own administrator takes its data away and asks for its end; an officer puts the end forward. */
export const mayTakeData = (me: Me): boolean => hasOne(me, 'member-administrator');
export const mayAskClosing = mayTakeData;
export const mayClose = (me: Me): boolean => hasOne(me, 'participants-officer');
export const seesExports = (me: Me): boolean => hasOne(me, 'member-administrator', 'audit-administrator');
export const seesEvidenceMonths = (me: Me): boolean =>
  me.kind !== 'operator' || hasOne(me, 'supervisor', 'audit-administrator');

/** Who reads the evidence's leaves. */
export const seesEvidence = (me: Me): boolean => hasOne(me, 'supervisor', 'audit-administrator');

export const seesWebhooks = (me: Me): boolean =>
  me.kind !== 'operator' || hasOne(me, 'system-administrator', 'audit-administrator');

/** The institution's own people, and at the central bank those who help and the audit. */
export const seesRequests = seesWebhooks;

/** An institution's people see their own cases, those of the central bank who answer, supervise or audit all. */
export const seesSupport = (me: Me): boolean =>
  me.kind !== 'operator' || mayAnswer(me) || seesEvidence(me) || hasOne(me, 'system-administrator');
export const mayAsk = (me: Me): boolean => hasOne(me, 'member-administrator', 'member-operator');
export const mayAnswer = (me: Me): boolean => hasOne(me, 'operator', 'participants-officer');

/** The institution alone says where it is told. */
export const mayChangeWebhooks = (me: Me): boolean => hasOne(me, 'member-administrator');

/** Who looks after people, on this side. */
export const administratorRole = ({ kind }: Me): string =>
  kind === 'operator' ? 'security-administrator' : 'member-administrator';

/** Who reads people: those who look after them, and the audit. */
export const seesPeople = (me: Me): boolean =>
  mayAdminister(me) || (me.kind === 'operator' && me.roles.includes('audit-administrator'));

export const mayAdminister = (me: Me): boolean => me.roles.includes(administratorRole(me));

/** They hold for institutions too. */
export const mayChangePolicies = (me: Me): boolean => me.kind === 'operator' && mayAdminister(me);

export function SignedIn({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['sign-in'],
    queryFn: api.signIn.read,
    // An idle screen learns by itself that its session is over.
    refetchInterval: LATER,
  });
  const problem = problemOf(error);
  if (!data && problem) {
    return (
      <main className="fq-content">
        <ProblemNotice problem={problem} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!data) return <Waiting />;
  if (!data.me) return <SignInPage signIn={data} />;
  return <MeContext value={data.me}>{children}</MeContext>;
}

/** Who has signed in; asked inside the gate only. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('Nobody has signed in.');
  return me;
}

/** Forgets all that was shown to who has signed out. */
export function useForget(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: ['sign-in'] });
    queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => name !== 'sign-in' && name !== 'institution' });
  };
}
