// The demo's three people, invented: whoever opens the demo on this machine enters as one of them with one click.
import { type NewPerson, SECURITY_ADMINISTRATOR } from '../../../modules/people/index.ts';

export const demoPeople = (organisationId: string): NewPerson[] => [
  { organisationId, login: 'lin.wanqing', name: '林晚晴 Lin Wanqing', roles: ['operator', 'participants-officer'] },
  { organisationId, login: 'gu.chengzhou', name: '顾承舟 Gu Chengzhou', roles: [SECURITY_ADMINISTRATOR] },
  { organisationId, login: 'he.jingyi', name: '何静仪 He Jingyi', roles: ['audit-administrator'] },
];
