// Every "no" about roles as such, before anyone acts in one.
import { type RefusalTexts } from '../refusal.ts';

export const PERMISSION_REFUSALS = {
  role_unknown: { status: 422, en: 'There is no such role; GET /v1/roles lists them.', zh: '没有该角色；可通过 GET /v1/roles 查询。' },
  role_of_other_side: { status: 422, en: 'The role is not for people of this organisation.', zh: '该角色不适用于此机构的人员。' },
  roles_apart: { status: 422, en: 'Nobody is two of the three administrators.', zh: '三类管理员角色须分离，不得由同一人兼任。' },
} as const satisfies RefusalTexts; // prettier-ignore
