// The console's routes and what surrounds them. Every page is a chunk of its own, so the first one paints soon.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { type Institution } from '../../client/index.ts';
import { UiProvider, Waiting, type Locale } from '../../ui/index.ts';
import { api, queryClient } from './api.ts';
import { ConsoleFrame } from './console-frame.tsx';
import { SignedIn } from './signed-in.tsx';
import { LanguageProvider, useLanguage } from './language.tsx';
import { FaultPage, NotFoundPage } from './pages/not-found-page.tsx';
import { HomePage } from './pages/home-page.tsx';

const router = createBrowserRouter([
  {
    path: '/enrol',
    errorElement: <FaultPage />,
    hydrateFallbackElement: <Waiting />,
    lazy: async () => ({ Component: (await import('./pages/enrol-page.tsx')).EnrolPage }),
  },
  {
    path: '/sign-in/provider',
    errorElement: <FaultPage />,
    hydrateFallbackElement: <Waiting />,
    lazy: async () => ({ Component: (await import('./pages/provider-page.tsx')).ProviderPage }),
  },
  {
    path: '/',
    element: (
      <SignedIn>
        <ConsoleFrame />
      </SignedIn>
    ),
    errorElement: <FaultPage />,
    hydrateFallbackElement: <Waiting />,
    children: [
      { index: true, element: <HomePage /> },
      { path: 'payments', lazy: async () => ({ Component: (await import('./pages/payments-page.tsx')).PaymentsPage }) },
      {
        path: 'payments/:id',
        lazy: async () => ({ Component: (await import('./pages/payment-page.tsx')).PaymentPage }),
      },
      { path: 'queue', lazy: async () => ({ Component: (await import('./pages/queue-page.tsx')).QueuePage }) },
      {
        path: 'participants',
        lazy: async () => ({ Component: (await import('./pages/participants-page.tsx')).ParticipantsPage }),
      },
      {
        path: 'participants/:id',
        lazy: async () => ({ Component: (await import('./pages/participant-page.tsx')).ParticipantPage }),
      },
      { path: 'day', lazy: async () => ({ Component: (await import('./pages/day-page.tsx')).DayPage }) },
      {
        path: 'approvals',
        lazy: async () => ({ Component: (await import('./pages/approvals-page.tsx')).ApprovalsPage }),
      },
      {
        path: 'approvals/:id',
        lazy: async () => ({ Component: (await import('./pages/approval-page.tsx')).ApprovalPage }),
      },
      { path: 'clearing', lazy: async () => ({ Component: (await import('./pages/clearing-page.tsx')).ClearingPage }) },
      {
        path: 'clearing/:id',
        lazy: async () => ({ Component: (await import('./pages/clearing-batch-page.tsx')).ClearingBatchPage }),
      },
      { path: 'messages', lazy: async () => ({ Component: (await import('./pages/messages-page.tsx')).MessagesPage }) },
      {
        path: 'messages/:id',
        lazy: async () => ({ Component: (await import('./pages/message-page.tsx')).MessagePage }),
      },
      { path: 'books', lazy: async () => ({ Component: (await import('./pages/books-page.tsx')).BooksPage }) },
      {
        path: 'books/:code',
        lazy: async () => ({ Component: (await import('./pages/account-page.tsx')).AccountPage }),
      },
      {
        path: 'simulator',
        lazy: async () => ({ Component: (await import('./pages/simulator-page.tsx')).SimulatorPage }),
      },
      {
        path: 'simulator/:id',
        lazy: async () => ({ Component: (await import('./pages/simulation-page.tsx')).SimulationPage }),
      },
      {
        path: 'policies',
        lazy: async () => ({ Component: (await import('./pages/policies-page.tsx')).PoliciesPage }),
      },
      {
        path: 'delegations',
        lazy: async () => ({ Component: (await import('./pages/delegations-page.tsx')).DelegationsPage }),
      },
      {
        path: 'signing-in',
        lazy: async () => ({ Component: (await import('./pages/signing-in-page.tsx')).SigningInPage }),
      },
      { path: 'people', lazy: async () => ({ Component: (await import('./pages/people-page.tsx')).PeoplePage }) },
      { path: 'people/:id', lazy: async () => ({ Component: (await import('./pages/person-page.tsx')).PersonPage }) },
      { path: 'me', lazy: async () => ({ Component: (await import('./pages/me-page.tsx')).MePage }) },
      {
        path: 'environments',
        lazy: async () => ({ Component: (await import('./pages/environments-page.tsx')).EnvironmentsPage }),
      },
      {
        path: 'environments/:kind/:organisationId',
        lazy: async () => ({ Component: (await import('./pages/environment-page.tsx')).EnvironmentPage }),
      },
      {
        path: 'going-live',
        lazy: async () => ({ Component: (await import('./pages/going-live-page.tsx')).GoingLivePage }),
      },
      { path: 'services', lazy: async () => ({ Component: (await import('./pages/services-page.tsx')).ServicesPage }) },
      { path: 'notices', lazy: async () => ({ Component: (await import('./pages/notices-page.tsx')).NoticesPage }) },
      { path: 'services/try/:tag', lazy: async () => ({ Component: (await import('./pages/try-page.tsx')).TryPage }) },
      { path: 'requests', lazy: async () => ({ Component: (await import('./pages/requests-page.tsx')).RequestsPage }) },
      {
        path: 'requests/:organisationId/:requestId',
        lazy: async () => ({ Component: (await import('./pages/request-page.tsx')).RequestPage }),
      },
      { path: 'support', lazy: async () => ({ Component: (await import('./pages/support-page.tsx')).SupportPage }) },
      {
        path: 'support/:organisationId/:caseId',
        lazy: async () => ({ Component: (await import('./pages/support-case-page.tsx')).SupportCasePage }),
      },
      { path: 'keys', lazy: async () => ({ Component: (await import('./pages/keys-page.tsx')).KeysPage }) },
      {
        path: 'evidence/acts/:commit/:number',
        lazy: async () => ({ Component: (await import('./pages/proof-page.tsx')).ProofPage }),
      },
      { path: 'data', lazy: async () => ({ Component: (await import('./pages/data-page.tsx')).DataPage }) },
      { path: 'usage', lazy: async () => ({ Component: (await import('./pages/usage-page.tsx')).UsagePage }) },
      {
        path: 'conformance',
        lazy: async () => ({ Component: (await import('./pages/conformance-page.tsx')).ConformancePage }),
      },
      {
        path: 'conformance/:organisationId/:run',
        lazy: async () => ({ Component: (await import('./pages/conformance-run-page.tsx')).ConformanceRunPage }),
      },
      { path: 'webhooks', lazy: async () => ({ Component: (await import('./pages/webhooks-page.tsx')).WebhooksPage }) },
      {
        path: 'webhooks/:organisationId/:webhookId',
        lazy: async () => ({ Component: (await import('./pages/webhook-page.tsx')).WebhookPage }),
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

/** Until the institution has answered, figures are shown in the demo country's manner. */
const before: Pick<Institution, 'currency' | 'minorDigits' | 'timeZone'> = {
  currency: 'CNY',
  minorDigits: 2,
  timeZone: 'Asia/Shanghai',
};

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <Localized />
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Localized() {
  const { language } = useLanguage();
  const { data = before, isPending } = useQuery({
    queryKey: ['institution'],
    queryFn: api.institution,
    staleTime: Infinity,
  });
  const { currency, minorDigits, timeZone } = data;
  const locale: Locale = { language, currency, minorDigits, timeZone };
  return (
    <UiProvider locale={locale}>
      {/* The frame's parts depend on what the institution is: shown once, so that nothing jumps. */}
      {isPending ? (
        <Waiting />
      ) : (
        <Suspense fallback={<Waiting />}>
          <RouterProvider router={router} />
        </Suspense>
      )}
    </UiProvider>
  );
}
