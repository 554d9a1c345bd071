// The roles a person may have, in one table. What a role may do stands with the actions, in each module's permissions.ts;
// three administrators are kept apart: none can do another's work, and nobody is two of them.
import { Refusal } from '../refusal.ts';

interface Role {
  /** Whose people may have it. */
  readonly of: Side;
  readonly title: { readonly en: string; readonly zh: string };
  readonly about: { readonly en: string; readonly zh: string };
}

export type Side = 'central-bank' | 'institution';

export const ROLES = {
  operator: {
    of: 'central-bank',
    title: { en: 'Operator', zh: '业务操作员' },
    about: {
      en: 'Runs the business day: the queue, payments, and the liquidity of participants.',
      zh: '负责营业日运行：排队、支付及参与者流动性。',
    },
  },
  'participants-officer': {
    of: 'central-bank',
    title: { en: 'Participants officer', zh: '参与者管理员' },
    about: {
      en: 'Admits participants and their organisations, and decides on their standing.',
      zh: '接纳参与者及其机构，并决定其参与状态。',
    },
  },
  supervisor: {
    of: 'central-bank',
    title: { en: 'Supervisor', zh: '业务主管' },
    about: {
      en: 'Sees all of the business and its evidence, and approves what operators and officers ask for.',
      zh: '查看全部业务及证据，并复核操作员与管理员提交的申请。',
    },
  },
  viewer: {
    of: 'central-bank',
    title: { en: 'Viewer', zh: '业务查阅员' },
    about: { en: 'Sees the business and changes nothing.', zh: '仅查看业务，不作任何变更。' },
  },
  'system-administrator': {
    of: 'central-bank',
    title: { en: 'System administrator', zh: '系统管理员' },
    about: {
      en: 'Keeps the system running: services, environments, backups, settings.',
      zh: '维护系统运行：服务、环境、备份与设置。',
    },
  },
  'security-administrator': {
    of: 'central-bank',
    title: { en: 'Security administrator', zh: '安全管理员' },
    about: { en: 'Decides who may do what: people, keys, roles, policies.', zh: '决定权限：人员、密钥、角色与策略。' },
  },
  'audit-administrator': {
    of: 'central-bank',
    title: { en: 'Audit administrator', zh: '审计管理员' },
    about: {
      en: 'Reads and exports everything, the evidence and every act among it; changes nothing.',
      zh: '查阅并导出全部内容，包括证据与操作记录；不作任何变更。',
    },
  },
  'member-administrator': {
    of: 'institution',
    title: { en: 'Administrator of an institution', zh: '机构管理员' },
    about: { en: 'Looks after the institution’s own people and keys.', zh: '管理本机构的人员与密钥。' },
  },
  'member-operator': {
    of: 'institution',
    title: { en: 'Operator of an institution', zh: '机构操作员' },
    about: {
      en: 'Handles the institution’s own payments, limits and messages.',
      zh: '办理本机构的支付、限额与报文业务。',
    },
  },
  'member-viewer': {
    of: 'institution',
    title: { en: 'Viewer of an institution', zh: '机构查阅员' },
    about: { en: 'Sees the institution’s own business and changes nothing.', zh: '仅查看本机构业务，不作任何变更。' },
  },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleId = keyof typeof ROLES;
export const ROLE_IDS = Object.keys(ROLES) as RoleId[];

/** Each watches the other two. */
export const ADMINISTRATORS = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;

/** Who sees the whole business, whatever else they do. */
export const BUSINESS_READERS = [
  'operator',
  'participants-officer',
  'supervisor',
  'viewer',
  'audit-administrator',
] as const;
export const MEMBER_READERS = ['member-operator', 'member-viewer'] as const;

export const isRole = (name: string): name is RoleId => Object.hasOwn(ROLES, name);

/** Before a person is given these roles together. Refuses `role_unknown`, `role_of_other_side`, `roles_apart`. */
export function requireAssignable(roles: readonly string[], side: Side): asserts roles is readonly RoleId[] {
  for (const [index, role] of roles.entries()) {
    const at = { field: `/roles/${index}`, details: { role } };
    if (!isRole(role)) throw new Refusal('role_unknown', at);
    if (ROLES[role].of !== side) throw new Refusal('role_of_other_side', at);
  }
  const held = ADMINISTRATORS.filter((each) => roles.includes(each));
  if (held.length > 1) throw new Refusal('roles_apart', { field: '/roles', details: { roles: held.join(' ') } });
}
