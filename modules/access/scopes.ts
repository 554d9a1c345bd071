// What a machine may be allowed, as one list: scope → routes. A route that stands in no scope is for people alone; a
// test holds the list against the routes. Scopes named `:read` change nothing and may be given to reading keys.

export interface Scope {
  readonly title: { readonly en: string; readonly zh: string };
  readonly routes: readonly string[];
}

const scope = (en: string, zh: string, routes: readonly string[]): Scope => ({ title: { en, zh }, routes });

export const SCOPES: Readonly<Record<string, Scope>> = {
  'messages:send': scope('Send ISO 20022 messages', '发送 ISO 20022 报文', ['POST /v1/messages']),
  'messages:read': scope('Read messages, follow the outbox', '读取报文并跟踪发件箱', [
    'GET /v1/messages',
    'GET /v1/messages/stream',
    'GET /v1/messages/sent',
    'GET /v1/messages/sent/stream',
    'GET /v1/messages/all',
    'GET /v1/messages/{id}',
  ]),
  'messages:confirm': scope('Confirm messages as safely kept', '确认报文已妥善接收', [
    'POST /v1/messages/{id}/delivered',
  ]),
  'payments:read': scope('Read payments and the queue', '查询支付与排队', [
    'GET /v1/payments',
    'GET /v1/payments/{id}',
    'GET /v1/queue',
    'GET /v1/queue/matrix',
  ]),
  'payments:write': scope('Cancel, move and reprioritise queued payments', '撤销、调整排队支付', [
    'POST /v1/payments/{id}/cancel',
    'POST /v1/payments/{id}/priority',
    'POST /v1/payments/{id}/position',
  ]),
  'queue:write': scope('Run liquidity saving', '运行流动性节约', [
    'POST /v1/queue/proposal',
    'POST /v1/queue/optimise',
    'PUT /v1/queue/liquidity-saving',
  ]),
  'participants:read': scope('Read participants and their liquidity', '查询参与者及其流动性', [
    'GET /v1/participants',
    'GET /v1/participants/{id}',
    'GET /v1/participants/{id}/liquidity',
  ]),
  'liquidity:write': scope('Set one’s own limits and reservations', '设置自身限额与预留', [
    'PUT /v1/participants/{id}/reservations/{priority}',
    'PUT /v1/participants/{id}/limits/{counterparty}',
  ]),
  'participants:write': scope(
    'Admit participants and change their standing and credit',
    '接纳参与者并调整其状态与授信',
    [
      'POST /v1/participants',
      'PUT /v1/participants/{id}/collateral',
      'PUT /v1/participants/{id}/credit-line',
      'PUT /v1/participants/{id}/minimum-reserve',
      'POST /v1/participants/{id}/funding',
      'POST /v1/participants/{id}/guarantee',
      'POST /v1/participants/{id}/leave',
      'POST /v1/participants/{id}/resume',
      'POST /v1/participants/{id}/suspend',
    ],
  ),
  'books:read': scope('Read accounts and statements', '查询账户与对账单', [
    'GET /v1/books/accounts',
    'GET /v1/books/accounts/{code}',
    'GET /v1/books/accounts/{code}/statement',
    'GET /v1/books/trial-balance',
  ]),
  'day:read': scope('Read the business day', '查询营业日', [
    'GET /v1/day',
    'GET /v1/day/close',
    'GET /v1/days',
    'GET /v1/days/{date}',
    'GET /v1/overview',
  ]),
  'clearing:read': scope('Read clearing batches', '查询清算批次', ['GET /v1/clearing', 'GET /v1/clearing/{id}']),
  'clearing:write': scope('Hand in and revoke clearing batches', '提交与撤销清算批次', [
    'POST /v1/clearing',
    'POST /v1/clearing/{id}/revoke',
  ]),
  'evidence:read': scope('Read the evidence and its proofs', '查询证据及其证明', [
    'GET /v1/evidence/leaves',
    'GET /v1/evidence/leaves/{leaf}',
    'GET /v1/evidence/export',
  ]),
  'alarms:read': scope('Read alarms and live events', '查询告警与实时事件', ['GET /v1/alarms', 'GET /v1/live']),
  'alarms:write': scope('Acknowledge alarms', '确认告警', ['POST /v1/alarms/{id}/acknowledge']),
  'simulations:read': scope('Read simulations', '查询模拟', [
    'GET /v1/simulations',
    'GET /v1/simulations/{id}',
    'GET /v1/simulations/{id}/report',
  ]),
  'simulations:write': scope('Start and remove simulations', '启动与删除模拟', [
    'POST /v1/simulations',
    'DELETE /v1/simulations/{id}',
  ]),
  'organisations:read': scope('Read organisations and their keys', '查询机构及其密钥', [
    'GET /v1/scopes',
    'GET /v1/organisations',
    'GET /v1/organisations/{id}',
    'GET /v1/organisations/{id}/keys',
    'GET /v1/organisations/{id}/keys/{keyId}',
  ]),
  'keys:rotate': scope('Replace the key itself by its successor', '轮换自身密钥', [
    'POST /v1/organisations/{id}/keys/{keyId}/rotate',
  ]),
};

const scopeByRoute = new Map(
  Object.entries(SCOPES).flatMap(([name, { routes }]) => routes.map((route) => [route, name] as const)),
);

/** Undefined for what no machine may do. */
export function scopeOf(method: string, path: string): string | undefined {
  return scopeByRoute.get(`${method} ${path}`);
}

export const isReadingScope = (name: string): boolean => name.endsWith(':read');
