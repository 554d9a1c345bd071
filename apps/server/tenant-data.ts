// Everything of an organisation that it may take away, of every part: at live, and in each environment beside it.
import { ACCESS_DATA } from '../../modules/access/index.ts';
import { APPROVAL_DATA } from '../../modules/approvals/index.ts';
import { CONFORMANCE_DATA } from '../../modules/conformance/index.ts';
import { ENVIRONMENT_DATA } from '../../modules/environments/index.ts';
import { LEDGER_DATA } from '../../modules/ledger/index.ts';
import { MESSAGE_DATA } from '../../modules/messages/index.ts';
import { PEOPLE_DATA } from '../../modules/people/index.ts';
import { QUOTA_DATA } from '../../modules/quotas/index.ts';
import { REQUEST_LOG_DATA } from '../../modules/request-log/index.ts';
import { SETTLEMENT_DATA } from '../../modules/settlement/index.ts';
import { SUBSCRIPTION_DATA } from '../../modules/subscriptions/index.ts';
import { SUPPORT_DATA } from '../../modules/support/index.ts';
import { WEBHOOK_DATA } from '../../modules/webhooks/index.ts';
import { type Dataset } from '../../platform/postgres/dataset.ts';

/** What a house of its own holds: books, payments, messages. */
export const HOUSE_DATA: readonly Dataset[] = [...SETTLEMENT_DATA, ...LEDGER_DATA, ...MESSAGE_DATA];

export const LIVE_DATA: readonly Dataset[] = [
  ...ACCESS_DATA,
  ...ENVIRONMENT_DATA,
  ...PEOPLE_DATA,
  ...APPROVAL_DATA,
  ...CONFORMANCE_DATA,
  ...QUOTA_DATA,
  ...SUBSCRIPTION_DATA,
  ...SUPPORT_DATA,
  ...REQUEST_LOG_DATA,
  ...WEBHOOK_DATA,
  ...HOUSE_DATA,
];
