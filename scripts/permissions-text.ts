// generated/permissions.txt: who may do what, as a table people review. First the actions each role holds, then the routes
// of each action with what every kind of caller gets there.
import { type Route } from '../platform/http/index.ts';
import { type Action, type Permissions } from '../platform/permissions/actions.ts';
import { ROLE_IDS, ROLES } from '../platform/permissions/roles.ts';

const KINDS = ['nobody', 'operator', 'participant', 'organisation'] as const;
const ACTION_WIDTH = 22;
const ROUTE_WIDTH = 68;
const KIND_WIDTH = 13;

export function permissionsText(routes: readonly Route[], { actions, actionOf }: Permissions): string {
  const list = Object.entries(actions);
  const open = routes.filter((route) => route.may.includes('nobody'));
  const personal = routes.filter((route) => route.needsPerson && actionOf(route) === undefined);
  const blocks = list.map(([name, action]) => [
    `${name}: ${action.title.en} ${action.title.zh}`,
    ...linesOf(routes.filter((route) => actionOf(route) === name)),
    '',
  ]);
  const lines = [
    'Who may do what. Made of the modules’ actions and routes by `npm run generate`; read every change of it.',
    '',
    'What a person may do by each role. scope: also a key may be given it. others: how many others must approve it until a',
    'policy says otherwise; a dash where a policy cannot ask for any.',
    '',
    ...headOfRoles(),
    ...list.map(([name, action]) => rowOf(name, action)),
    '',
    ...ROLE_IDS.map((id) => `${id.padEnd(24)}${ROLES[id].title.en}: ${ROLES[id].about.en}`),
    '',
    'The routes of each action, and what each kind of caller gets there once role or scope let it in.',
    'yes, all: in. own: in for what is its own; what is another’s answers as if it did not exist. A number: refused so.',
    'person: in for someone of theirs who has signed in; a token or a key alone is refused 403.',
    'organisation: one that is no participant.',
    '',
    `${'route'.padEnd(ROUTE_WIDTH)}${KINDS.map((each) => each.padEnd(KIND_WIDTH)).join('')}`,
    '',
    ...blocks.flat(),
    'One’s own affairs: for whoever has signed in, whatever their roles',
    ...linesOf(personal),
    '',
    'Open to everyone',
    ...linesOf(open),
    '',
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** A role's name in two lines: `system-` above `administrator`. */
function partsOf(role: string): [string, string] {
  const cut = role.indexOf('-') + 1;
  return cut === 0 ? ['', role] : [role.slice(0, cut), role.slice(cut)];
}

const widthOf = (role: string): number => Math.max(...partsOf(role).map((part) => part.length)) + 2;

function headOfRoles(): string[] {
  return [0, 1].map((line) => {
    const cells = ROLE_IDS.map((role) => partsOf(role)[line]!.padEnd(widthOf(role)));
    return `${(line === 1 ? 'action' : '').padEnd(ACTION_WIDTH)}${(line === 1 ? 'scope  others' : '').padEnd(15)}${cells.join('')}`;
  });
}

function rowOf(name: string, { roles, isForMachines, approval }: Action): string {
  const others = approval ? String(Math.max(...approval.bands.map(({ approvers }) => approvers))) : '-';
  const cells = ROLE_IDS.map((role) => (roles.includes(role) ? 'yes' : '-').padEnd(widthOf(role)));
  return `${name.padEnd(ACTION_WIDTH)}${(isForMachines ? 'scope' : '-').padEnd(7)}${others.padEnd(8)}${cells.join('')}`;
}

function linesOf(routes: readonly Route[]): string[] {
  const sorted = [...routes].sort((a, b) => (byPath(a) < byPath(b) ? -1 : 1));
  return sorted.map((route) => {
    const cells = KINDS.map((kind) => admittedAs(route, kind).padEnd(KIND_WIDTH));
    return `${`${route.method.padEnd(6)} ${route.path}`.padEnd(ROUTE_WIDTH - 1)} ${cells.join('')}`;
  });
}

const byPath = ({ method, path }: Route): string => `${path} ${method}`;

function admittedAs({ may, own, needsPerson }: Route, kind: (typeof KINDS)[number]): string {
  if (needsPerson && may.includes(kind)) return own && kind !== 'operator' ? 'person-own' : 'person';
  const isConfined = kind === 'participant' || kind === 'organisation';
  if (isConfined && may.includes(kind)) return own ? 'own' : 'all';
  if (may.includes(kind) || may.includes('nobody')) return 'yes';
  return kind === 'nobody' ? '401' : '403';
}
