// Who may read the books. Nothing writes them but settlement.
import { type Actions } from '../../platform/permissions/actions.ts';
import { BUSINESS_READERS, MEMBER_READERS } from '../../platform/permissions/roles.ts';

export const LEDGER_ACTIONS = {
  'books:read': {
    title: { en: 'Read accounts and statements', zh: '查询账户与对账单' },
    roles: [...BUSINESS_READERS, ...MEMBER_READERS],
    isForMachines: true,
    routes: [
      'GET /v1/books/accounts',
      'GET /v1/books/accounts/{code}',
      'GET /v1/books/accounts/{code}/statement',
      'GET /v1/books/trial-balance',
    ],
  },
} as const satisfies Actions;
