// Every "no" about environments as such.
import { type RefusalTexts } from '../../platform/refusal.ts';

export const ENVIRONMENT_REFUSALS = {
  environment_not_found: { status: 404, en: 'There is no such environment.', zh: '没有该环境。' },
  environment_known: { status: 409, en: 'The organisation has this environment already; reset it to begin anew.', zh: '该机构已有此环境；如需重新开始，请重置。' },
  environment_not_made: { status: 503, en: 'The PostgreSQL behind this server does not let it make databases; its operator grants CREATEDB.', zh: '所用 PostgreSQL 不允许创建数据库，请由运维人员授予 CREATEDB 权限。' },
  environments_busy: { status: 503, en: 'As many environments are at work as this server holds; try again in a minute.', zh: '正在运行的环境已达上限，请稍后重试。' },
  environment_is_live: { status: 409, en: 'Live has no clock to move and no faults to make.', zh: '生产环境的时钟不可调整，也不可制造故障。' },
  clock_not_forward: { status: 422, en: 'The clock moves forward only, and to a moment that is named.', zh: '时钟只能向前调整，且须给出时刻。' },
  clock_too_far: { status: 422, en: 'The clock moves at most 31 days at a time.', zh: '时钟每次最多向前调整 31 天。' },
  link_cut: { status: 503, en: 'The link is cut, as was asked for.', zh: '链路已按要求中断。' },
} as const satisfies RefusalTexts; // prettier-ignore
