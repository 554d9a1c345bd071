// Going live over HTTP: an institution asks by its certificate; the central bank opens live to it, which waits for two others.
import { type Static, Type } from '@sinclair/typebox';
import { type Caller, type Difference, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  type Access, askLive, byOf, EVERYONE, findOrganisation, openLive, type OrganisationJson, readLiveAsked, requireOwnActive,
  requireOwnKept,
} from '../access/index.ts'; // prettier-ignore
import { type Statement } from './certificate.ts';
import { goingLiveOf, type GoingLiveJson, GoingLiveSchema, isValid, requireCertified } from './going-live.ts';
import { readRuns } from './runs.ts';

export interface GoingLiveContext {
  readonly access: Access;
  readonly isParticipant: (id: string) => boolean;
  /** When each organisation's sandbox that is there now was made. */
  readonly sandboxMadeAt: (organisationId: string) => Promise<number | undefined>;
}

const RunId = Type.String({ maxLength: 64, description: 'The conformance run whose certificate it goes by.' });
const OpeningSchema = Type.Object({
  run: RunId,
  participantId: Type.Optional(Type.String({ maxLength: 40 })),
  reason: ReasonSchema,
});
type Opening = Static<typeof OpeningSchema>;
const tag = 'conformance';
const refuses = [
  'organisation_not_found',
  'organisation_closed',
  'live_open',
  'run_not_found',
  'certificate_not_valid',
];

export function goingLiveRoutes({ access, isParticipant, sandboxMadeAt }: GoingLiveContext): Route[] {
  const { pool } = access;
  const requireOrganisation = async (caller: Caller, id: string): Promise<OrganisationJson> => {
    await requireOwnActive(pool, caller, id);
    return (await findOrganisation(pool, id))!;
  };
  const readNow = async (organisation: OrganisationJson): Promise<GoingLiveJson> => {
    const { id } = organisation;
    const asked = await readLiveAsked(pool, id);
    const runs = await readRuns(pool, id);
    const run = runs.find((each) => (asked ? each.id === asked.runId : isValid(each)));
    const madeAt = await sandboxMadeAt(id);
    return goingLiveOf({
      organisation,
      asked,
      run,
      sandboxAt: madeAt === undefined ? undefined : formatInstant(madeAt),
    });
  };
  /** Before anyone is asked to approve it, and again when it is done. */
  const requireAsked = async (caller: Caller, id: string, { run, participantId }: Opening): Promise<Statement> => {
    await requireOrganisation(caller, id);
    if (participantId !== undefined && !isParticipant(participantId)) {
      throw new Refusal('organisation_participant_unknown', { field: '/participantId' });
    }
    const certificate = await requireCertified(pool, id, run);
    if ((await readLiveAsked(pool, id))?.runId !== run) throw new Refusal('live_not_asked', { field: '/run' });
    return certificate;
  };
  return [
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/going-live',
      summary: { en: 'How far an institution is on its way to live', zh: '机构上线进度' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      answer: GoingLiveSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwnKept(pool, caller, id);
        return readNow((await findOrganisation(pool, id))!);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/going-live',
      summary: { en: 'Ask to go live, by the certificate of a run', zh: '凭测试证书申请上线' },
      tag,
      may: EVERYONE,
      own: true,
      refuses,
      body: Type.Object({ run: RunId, reason: Type.Optional(ReasonSchema) }),
      answer: GoingLiveSchema,
      handle: async ({ params: { id }, body: { run, reason }, caller }) => {
        await requireOrganisation(caller, id);
        await requireCertified(pool, id, run);
        await askLive(pool, id, run, byOf(access, caller, reason));
        return readNow(await requireOrganisation(caller, id));
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/live',
      summary: { en: 'Open live to an institution that asked', zh: '为已申请的机构开通生产环境' },
      description: {
        en: 'Its keys for live can be made from then on. `participantId` names the participant it is from then on.',
        zh: '开通后方可登记生产环境密钥；participantId 指明该机构此后所对应的参与者。',
      },
      tag,
      may: ['operator'],
      refuses: [...refuses, 'live_not_asked', 'organisation_participant_unknown', 'organisation_known'],
      body: OpeningSchema,
      answer: GoingLiveSchema,
      difference: async ({ params: { id }, body, caller }) => {
        const certificate = await requireAsked(caller, id, body);
        return differenceOf(await requireOrganisation(caller, id), certificate, body.participantId);
      },
      handle: async ({ params: { id }, body, caller }) => {
        await requireAsked(caller, id, body);
        const { run, participantId, reason } = body;
        await openLive(pool, id, { runId: run, participantId }, byOf(access, caller, reason));
        access.keys.forget();
        return readNow(await requireOrganisation(caller, id));
      },
    }),
  ];
}

/** Approving shows the certificate. */
function differenceOf(
  { id, name, participantId }: OrganisationJson,
  { id: certificate, service, version, passedAt, steps }: Statement,
  participant: string | undefined,
): Difference[] {
  const line = (en: string, zh: string, before: string | null, after: string): Difference => ({
    field: { en, zh },
    kind: 'text',
    before,
    after,
  });
  return [
    line('Organisation', '机构', `${name.en} ${name.zh} (${id})`, `${name.en} ${name.zh} (${id})`),
    line('Live', '生产环境', 'closed 未开通', 'open 已开通'),
    line('Certificate', '证书', null, certificate),
    line('Steps that happened', '已完成的步骤', null, `${service} ${version}: ${steps.length} / ${steps.length}`),
    line('Passed at', '通过时间', null, passedAt),
    ...(participant === undefined ? [] : [line('Participant', '参与者', participantId, participant)]),
  ];
}
