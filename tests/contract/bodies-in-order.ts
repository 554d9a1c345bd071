// A body for each route that is in order, for tests of who may ask: what refuses is then who asks, and not what was sent.

export const WEBHOOK = { url: 'https://8.8.8.8/', events: ['day.opened'] };
const NOTICE = {
  kind: 'incident',
  title: { en: 'Slow', zh: '缓慢' },
  services: ['api'],
  text: { en: 'We look.', zh: '调查中。' },
};
export const NOWHERE = '01900000-0000-7000-8000-00000000ffff';

export function bodyOf({ method, path }: { readonly method: string; readonly path: string }): unknown {
  if (method === 'GET') return undefined;
  if (path === '/v1/messages') return '<a/>';
  if (path.endsWith('/delivered') || path.startsWith('/v1/demo') || path.endsWith('/acknowledge')) return undefined;
  if (path.includes('/reservations/') || path.includes('/limits/')) return { amount: '5' };
  if (path.endsWith('/subscriptions')) return { service: 'simulator' };
  if (path.endsWith('/cases')) return { kind: 'question', subject: 'Hours', text: 'When?' };
  if (path.endsWith('/{caseId}/close')) return {};
  if (path.endsWith('/reply') || path.endsWith('/answer')) return { text: 'So.' };
  if (path.endsWith('/price')) return { monthlyPrice: '5', from: '2099-01-01', reason: 'asked' };
  if (path.endsWith('/environments')) return { kind: 'sandbox' };
  if (path.endsWith('/conformance')) return { service: 'settlement' };
  if (path.endsWith('/going-live') || path.endsWith('/live')) return { run: NOWHERE, reason: 'asked' };
  if (path === '/v1/status/notices') return NOTICE;
  if (path.endsWith('/updates')) return { state: 'monitoring', text: NOTICE.text };
  if (path.endsWith('/certificate') || path.endsWith('{environment}')) return undefined;
  if ((path.endsWith('/closing') && method === 'DELETE') || path.endsWith('/exports')) return undefined;
  const reason = 'asked';
  if (path === '/v1/people') return { login: 'gu', name: '顾承舟', roles: [] };
  if (/\/(confirm|invitation|present|sign-in-provider\/test|options|sign-out|sign-out-everywhere)$/.test(path))
    return undefined;
  if (/^\/v1\/(enrolments|session)/.test(path)) return undefined;
  if (method === 'DELETE' && /^\/v1\/(me|people)\/|sign-in-provider$/.test(path)) return undefined;
  if (path.endsWith('/sign-in-provider')) return { issuer: 'https://127.0.0.1', clientId: 'x', clientSecret: 'x' };
  if (path.endsWith('/message-signing')) return { isRequired: true, reason };
  if (path.endsWith('/roles')) return { roles: [], reason };
  if (path.startsWith('/v1/me/devices')) return { name: 'Phone' };
  if (path.endsWith('/end')) return undefined;
  if (path.endsWith('/approve')) return { hash: '0'.repeat(64) };
  if (path.endsWith('/webhooks')) return WEBHOOK;
  if (path.endsWith('/webhooks/{webhookId}') && method === 'PUT')
    return { ...WEBHOOK, description: '', state: 'active' };
  if (path.endsWith('/webhooks/{webhookId}/replay'))
    return { from: '2027-01-01T00:00:00Z', to: '2027-02-01T00:00:00Z' };
  if (path.endsWith('/keys')) return { label: 'books', scopes: ['books:read'] };
  if (path.endsWith('/rotate')) return {};
  if (path.endsWith('/priority')) return { priority: 'urgent', reason };
  if (path.endsWith('/position')) return { to: 'last', reason };
  return { reason };
}
