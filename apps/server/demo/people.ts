// The demo's people, invented, three of the central bank and one of a bank: whoever opens the demo on this machine enters as one of them with one click.
import { DEMO_PARTICIPANTS } from './country.ts';
import { type NewPerson, SECURITY_ADMINISTRATOR } from '../../../modules/people/index.ts';

export const demoPeople = (organisationId: string): NewPerson[] => [
  { organisationId, login: 'lin.wanqing', name: '林晚晴 Lin Wanqing', roles: ['operator', 'participants-officer'] },
  { organisationId, login: 'gu.chengzhou', name: '顾承舟 Gu Chengzhou', roles: [SECURITY_ADMINISTRATOR] },
  { organisationId, login: 'he.jingyi', name: '何静仪 He Jingyi', roles: ['audit-administrator'] },
  // The bank's own pages, without enrolling first.
  {
    organisationId: DEMO_PARTICIPANTS[0]!.profile.id,
    login: 'mu.qing',
    name: '慕青 Mu Qing',
    roles: ['member-administrator', 'member-operator'],
  },
];
