// The frame with live figures in it: the day and its next cut-off, the work that waits, the demo's controls, the palette.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { type Day } from '../../client/index.ts';
import {
  BusinessDate,
  formatCountdown,
  Frame,
  LanguageSwitch,
  ThemeSwitch,
  type EnvironmentName,
  type Place,
} from '../../ui/index.ts';
import { api, LATER, SOON } from './api.ts';
import { ConsolePalette } from './console-palette.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { useLanguage, useTitle } from './language.tsx';
import { useLive } from './live.ts';
import { MeMenu } from './me-menu.tsx';
import { SentForApproval } from './parts/sent-for-approval.tsx';
import {
  seesBusiness,
  seesConformance,
  seesEnvironments,
  seesPeople,
  seesRequests,
  seesSupport,
  seesWebhooks,
  useMe,
} from './signed-in.tsx';
import { usePresence } from './presence.ts';

export function ConsoleFrame() {
  const { texts, setLanguage } = useLanguage();
  const title = useTitle();
  const queryClient = useQueryClient();
  const me = useMe();
  const isOfBusiness = seesBusiness(me);
  usePresence();
  const isLive = useLive(queryClient, isOfBusiness);
  const [isSearching, setSearching] = useState(false);
  const institution = useQuery({ queryKey: ['institution'], queryFn: api.institution, staleTime: Infinity }).data;
  const day = useQuery({
    queryKey: ['day'],
    queryFn: api.day.read,
    refetchInterval: LATER,
    enabled: isOfBusiness,
  }).data;
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: api.overview,
    refetchInterval: isLive ? LATER : SOON,
    enabled: isOfBusiness,
  }).data;
  const inbox = useQuery({
    queryKey: ['approvals', 'inbox'],
    queryFn: api.approvals.inbox,
    refetchInterval: LATER,
  }).data;
  const cases = useQuery({
    queryKey: ['cases', 'waiting'],
    queryFn: () => api.cases({ limit: 1 }),
    refetchInterval: LATER,
    enabled: seesSupport(me),
  }).data;
  const { pathname, search } = useLocation();
  const section = pathname.split('/')[1] || 'today';
  useEffect(() => {
    const place = texts.places[section as keyof typeof texts.places] as string | undefined;
    document.title = place ? `${place} · 飞钱 Feiqian` : '飞钱 Feiqian';
  }, [section, texts]);

  const queued = overview?.totals.queuedCount ?? 0;
  const alarms = overview?.alarms.filter((alarm) => !alarm.acknowledgedAt).length ?? 0;
  const forMe = inbox?.waitingForMe ?? 0;
  const forSupport = cases?.waiting ?? 0;
  const { places } = texts;
  const administration: Place[] = [
    { to: '/people', label: places.people, startsGroup: true, groupLabel: texts.people.administration },
    { to: '/signing-in', label: places['signing-in'] },
    { to: '/policies', label: places.policies },
  ];
  // Security's administrators approve each other's policies; they see nothing of the business.
  const approvals: Place = {
    to: '/approvals',
    label: places.approvals,
    waiting: forMe,
    waitingText: texts.frame.waitingApprovals(forMe),
  };
  const business: Place[] = [
    { to: '/', label: places.today, waiting: alarms, waitingText: texts.frame.waitingAlarms(alarms) },
    approvals,
    { to: '/payments', label: places.payments },
    { to: '/queue', label: places.queue, waiting: queued, waitingText: texts.frame.waitingQueue(queued) },
    { to: '/participants', label: places.participants },
    { to: '/day', label: places.day },
    { to: '/clearing', label: places.clearing },
    { to: '/messages', label: places.messages },
    { to: '/books', label: places.books },
    { to: '/simulator', label: places.simulator, startsGroup: true },
  ];
  const ofInstitutions: Place[] = [
    { to: '/services', label: places.services },
    { to: '/notices', label: places.notices },
    ...(seesConformance(me) ? [{ to: '/going-live', label: places['going-live'] }] : []),
    { to: '/keys', label: places.keys },
    { to: '/usage', label: places.usage },
    ...(seesEnvironments(me) ? [{ to: '/environments', label: places.environments }] : []),
    ...(seesConformance(me) ? [{ to: '/conformance', label: places.conformance }] : []),
    ...(seesRequests(me) ? [{ to: '/requests', label: places.requests }] : []),
    ...(seesSupport(me)
      ? [
          {
            to: '/support',
            label: places.support,
            waiting: forSupport,
            waitingText: texts.frame.waitingCases(forSupport),
          },
        ]
      : []),
    ...(seesWebhooks(me) ? [{ to: '/webhooks', label: places.webhooks }] : []),
    ...(seesConformance(me) ? [{ to: '/data', label: places.data }] : []),
  ];
  const group = { startsGroup: true, groupLabel: texts.organisations.group };
  const shown: Place[] = [
    ...(isOfBusiness ? business : [approvals]),
    ...ofInstitutions.map((place, index) => (index === 0 ? { ...place, ...group } : place)),
    ...(seesPeople(me) ? administration : []),
  ];
  return (
    <>
      <Frame
        organisation={title(me.organisation)}
        environment={shownEnvironment(pathname, search) ?? institution?.environment ?? 'sandbox'}
        placesLabel={texts.frame.places}
        skipLabel={texts.frame.skip}
        searchLabel={texts.frame.search}
        onSearch={() => setSearching(true)}
        places={shown}
        day={day && <HeadDay day={day} />}
        tools={
          <>
            {isOfBusiness && (
              <span
                className={`fq-live ${isLive ? 'fq-live-on' : ''}`}
                role="status"
                title={isLive ? texts.frame.liveNow : texts.frame.notLive}
              >
                {isLive ? '●' : '○'}
                <span className="fq-visually-hidden">{isLive ? texts.frame.liveNow : texts.frame.notLive}</span>
              </span>
            )}
            <MeMenu me={me} />
            <LanguageSwitch onChange={setLanguage} />
            <ThemeSwitch />
          </>
        }
        strip={institution?.hasDemo && me.roles.includes('operator') && <DemoStrip />}
      >
        <SentForApproval />
        <Outlet />
      </Frame>
      <ConsolePalette
        places={shown}
        isOfBusiness={isOfBusiness}
        isOpen={isSearching}
        onOpen={() => setSearching(true)}
        onClose={() => setSearching(false)}
      />
    </>
  );
}

/** The page of a sandbox shows that it is one, wherever the console itself runs. */
function shownEnvironment(pathname: string, search: string): EnvironmentName | undefined {
  const [, place, kind] = pathname.split('/');
  if (place === 'conformance') return 'certification';
  const chosen = new URLSearchParams(search).get('environment');
  if (chosen === 'sandbox' || chosen === 'certification') return chosen;
  return place === 'environments' && (kind === 'sandbox' || kind === 'certification') ? kind : undefined;
}

function HeadDay({ day }: { day: Day }) {
  const { texts } = useLanguage();
  return (
    <>
      <span>
        <BusinessDate date={day.date} />
      </span>
      <strong>{texts.frame.dayState[day.state]}</strong>
      {day.nextCutOff && (
        <span>
          {texts.frame.cutOffIn} <Countdown to={day.nextCutOff.at} serverNow={day.now} />
        </span>
      )}
    </>
  );
}

/** Counts on the server's clock: this machine's may be wrong. */
function Countdown({ to, serverNow }: { to: string; serverNow: string }) {
  const [now, setNow] = useState(Date.now);
  const [read, setRead] = useState({ serverNow, at: now });
  if (read.serverNow !== serverNow) setRead({ serverNow, at: Date.now() });
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(to) - Date.parse(read.serverNow) - Math.max(0, now - read.at);
  return <strong className="fq-number">{formatCountdown(left)}</strong>;
}
