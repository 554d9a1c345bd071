// The roles over HTTP, for whoever gives them to people: what each is for, and the actions it holds.
import { Type } from '@sinclair/typebox';
import { OneOf, type Route, route, TitleSchema } from '../../platform/http/index.ts';
import { ROLE_IDS, ROLES } from '../../platform/permissions/roles.ts';
import { type Access } from './access.ts';
import { EVERYONE } from './own.ts';

const RoleListSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: OneOf(ROLE_IDS, 'RoleId'),
          of: OneOf(['central-bank', 'institution'], 'RoleSide'),
          title: TitleSchema,
          about: TitleSchema,
          actions: Type.Array(Type.Object({ name: Type.String(), title: TitleSchema }, { title: 'HeldAction' })),
        },
        { title: 'Role', description: 'What a person may be, and may do by it.' },
      ),
    ),
  },
  { title: 'RoleList' },
);

export function roleRoutes({ permissions }: Access): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/roles',
      summary: { en: 'The roles of people, and what each may do', zh: '人员角色及其权限' },
      tag: 'organisations',
      may: EVERYONE,
      answer: RoleListSchema,
      handle: () => ({
        items: ROLE_IDS.map((id) => ({
          id,
          ...ROLES[id],
          actions: Object.entries(permissions.actions)
            .filter(([, { roles }]) => roles.includes(id))
            .map(([name, { title }]) => ({ name, title })),
        })),
      }),
    }),
  ];
}
