// The way of an institution to live: invited, sandbox, certification, asked, approved, live; what has happened and what is next.
import { type Static, Type } from '@sinclair/typebox';
import { Nullable, OneOf } from '../../platform/http/index.ts';
import { type OrganisationJson, type LiveAsked } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { certificateOf, type Statement } from './certificate.ts';
import { requireRun, type Run } from './runs.ts';
import { SERVICES } from './script.ts';

export const LIVE_STEPS = ['invited', 'sandbox', 'certification', 'asked', 'approved', 'live'] as const;
type LiveStep = (typeof LIVE_STEPS)[number];

const StepSchema = Type.Object(
  {
    code: OneOf(LIVE_STEPS, 'LiveStep'),
    at: Nullable(Type.String({ format: 'date-time', description: 'When it happened; null until it has.' })),
  },
  { title: 'StepToLive' },
);
export const GoingLiveSchema = Type.Object(
  {
    organisationId: Type.String(),
    steps: Type.Array(StepSchema),
    next: Nullable(OneOf(LIVE_STEPS)),
    certificateRun: Nullable(
      Type.String({ description: 'The run it asked by, or could ask by: the newest with a valid certificate.' }),
    ),
  },
  { title: 'GoingLive', description: 'How far an institution is on its way to live.' },
);
export type GoingLiveJson = Static<typeof GoingLiveSchema>;

export interface Passed {
  readonly organisation: OrganisationJson;
  /** When it had a sandbox first, as far as that is still known. */
  readonly sandboxAt: string | undefined;
  readonly run: Run | undefined;
  readonly asked: LiveAsked | undefined;
}

/** Of one that was live from the start only its beginning and its end are told. */
export function goingLiveOf({ organisation, sandboxAt, run, asked }: Passed): GoingLiveJson {
  const { liveSince } = organisation;
  const at: Record<LiveStep, string | null> = {
    invited: organisation.createdAt,
    sandbox: sandboxAt ?? null,
    certification: run?.passedAt === undefined ? null : formatInstant(run.passedAt),
    asked: asked?.at ?? null,
    approved: asked ? liveSince : null,
    live: liveSince,
  };
  const last = LIVE_STEPS.findLastIndex((code) => at[code] !== null);
  return {
    organisationId: organisation.id,
    steps: LIVE_STEPS.map((code) => ({ code, at: at[code] })),
    next: LIVE_STEPS[last + 1] ?? null,
    certificateRun: run?.id ?? null,
  };
}

/** Issued, and of the script as it is now: an older one shows less than is asked today. */
export const isValid = ({ certificate, service }: Run): boolean =>
  certificate !== undefined &&
  certificateOf(certificate).statement.version === SERVICES.find(({ code }) => code === service)?.version;

/** Refuses `run_not_found`, `certificate_not_valid`. */
export async function requireCertified(pool: Pool, organisationId: string, runId: string): Promise<Statement> {
  const run = await requireRun(pool, organisationId, runId);
  if (!isValid(run)) throw new Refusal('certificate_not_valid', { field: '/run' });
  return certificateOf(run.certificate!).statement;
}
