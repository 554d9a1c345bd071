// For tests, as a process of its own that can be killed: the whole API with the console on a database, where a request says
// by itself which person makes it, or by the session of one of those who are invented. Prints its address when it listens.
import { existsSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openApiOn } from '../../apps/server/api-on.ts';
import { DEMO_INSTITUTION } from '../../apps/server/demo/country.ts';
import { ensureOrganisations } from '../../modules/access/index.ts';
import { ClosingBeat } from '../../modules/leaving/index.ts';
import { callerOf, ensureDemoPeople } from '../../modules/people/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { manualClock, systemClock } from '../../platform/instant.ts';
import { root } from '../contract/source-files.ts';
import { callerAsItIs, TEN_O_CLOCK } from '../contract/testing.ts';

const consoleFolder = join(root, 'dist/console');
const [databaseUrl = '', dataFolder] = process.argv.slice(2);
const { house, approvals, people, access, environments, api } = await openApiOn(
  databaseUrl,
  manualClock(TEN_O_CLOCK),
  systemClock,
  dataFolder,
);
const { bic, name } = DEMO_INSTITUTION;
const own = { id: bic, kind: 'central-bank', name, participantId: undefined } as const;
/** One that is not live yet. */
const nova = {
  id: 'NOVA',
  kind: 'fintech',
  name: { en: 'Nova Pay', zh: '新星支付' },
  participantId: undefined,
} as const;
await ensureOrganisations(house.pool, [own, nova], systemClock.now());
const invented = [
  { organisationId: bic, login: 'li.na', name: '李娜 Li Na', roles: ['operator', 'viewer'] },
  { organisationId: bic, login: 'zhao.yi', name: '赵一 Zhao Yi', roles: ['supervisor'] },
  { organisationId: bic, login: 'qian.er', name: '钱二 Qian Er', roles: ['supervisor'] },
  { organisationId: bic, login: 'sun.mei', name: '孙梅 Sun Mei', roles: ['participants-officer'] },
  { organisationId: bic, login: 'xu.min', name: '徐敏 Xu Min', roles: ['security-administrator'] },
  { organisationId: bic, login: 'tan.yue', name: '谭越 Tan Yue', roles: ['security-administrator'] },
  { organisationId: nova.id, login: 'su.yun', name: '苏云 Su Yun', roles: ['member-administrator'] },
];
await ensureDemoPeople(people, invented);
Object.assign(people, { demoLogins: invented.map(({ login }) => login) });
const server = await buildServer({
  ...api,
  callerOf: async ({ authorization }, cookies, method) => {
    const caller = callerAsItIs(authorization) ?? (await callerOf(people, cookies, method !== 'GET'));
    return caller.kind === 'nobody' ? { kind: 'operator', actor: 'Operator' } : caller;
  },
  ...(existsSync(consoleFolder) ? { consoleFolder } : {}),
  idempotency: { pool: house.pool },
});
await server.listen({ host: '127.0.0.1', port: 0 });
approvals.carryingOut.start();
void new ClosingBeat({ access, environments }, (error) => console.error(error));
console.log(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
