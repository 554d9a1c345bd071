// The evidence of an organisation, month by month, over HTTP: for its own people and machines, and whoever reads the evidence.
import { Type } from '@sinclair/typebox';
import { type Caller, type Route, route } from '../../platform/http/index.ts';
import { type Clock, type Instant, parseInstant } from '../../platform/instant.ts';
import { eachAsHouse } from '../../platform/postgres/tenant-reads.ts';
import { assert, Refusal } from '../../platform/refusal.ts';
import { addDays, type TimeZone } from '../../platform/time-zone.ts';
import { exportMonth, type MonthAsked } from './month-file.ts';
import { type EvidenceContext } from './routes.ts';

export interface MonthContext extends EvidenceContext {
  readonly clock: Clock;
  readonly zone: TimeZone;
  /** Refuses `organisation_not_found` for another's. */
  readonly requireOwn: (
    caller: Caller,
    id: string,
  ) => Promise<{ readonly participantId: string | null; readonly createdAt: string }>;
}

const may = ['operator', 'participant', 'organisation'] as const;
const MOST_MONTHS = 120;
const MonthSchema = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2027-04'] });

export function evidenceMonthRoutes(context: MonthContext): Route[] {
  const { pool, bookId, clock, writer, keys, zone, requireOwn } = context;
  const tag = 'organisations';
  const spanOf = (month: string): { from: Instant; to: Instant } => ({
    from: zone.instantOf(`${month}-01`, '00:00'),
    to: zone.instantOf(`${monthAfter(month)}-01`, '00:00'),
  });
  const isOver = (month: string): boolean => spanOf(month).to <= clock.now();
  return [
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/evidence',
      summary: { en: 'The months of which an organisation can take its evidence', zh: '可导出证据的月份' },
      tag,
      may,
      own: true,
      refuses: ['organisation_not_found'],
      answer: Type.Object(
        { items: Type.Array(Type.Object({ month: MonthSchema }, { title: 'EvidenceMonth' })) },
        { title: 'EvidenceMonthList', description: 'Months that are over, newest first.' },
      ),
      handle: async ({ params: { id }, caller }) => {
        const { createdAt } = await requireOwn(caller, id);
        const first = zone.dateOf(parseInstant(createdAt)!).slice(0, 7);
        const items: { month: string }[] = [];
        let month = monthBefore(zone.dateOf(clock.now()).slice(0, 7));
        while (month >= first && items.length < MOST_MONTHS) {
          items.push({ month });
          month = monthBefore(month);
        }
        return { items };
      },
    }),
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/evidence/{month}',
      summary: { en: 'A month of evidence that concerns the organisation, signed', zh: '机构月度证据（已签名）' },
      description: {
        en: 'Lines of JSON: the signed tree head, each leaf with its inclusion proof, the own rows, and a signature over all. `npx feiqian audit verify` checks it by the public key alone.',
        zh: '逐行 JSON：已签名树头、各叶及其包含证明、本机构的行，以及对全文的签名。用 npx feiqian audit verify 仅凭公钥核验。',
      },
      tag,
      may,
      own: true,
      refuses: ['organisation_not_found', 'month_not_over'],
      answer: 'lines',
      handle: async ({ params: { id, month }, caller }) => {
        const { participantId } = await requireOwn(caller, id);
        if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || !isOver(month)) throw new Refusal('month_not_over', { field: '/month' });
        const { evidence } = writer.memory;
        const signer = keys.find(evidence.origin, evidence.keyId);
        assert(signer, 'the key that signs the evidence is in the data folder');
        const asked: MonthAsked = { organisationId: id, participantId: participantId ?? '', month, ...spanOf(month) };
        // The log is nobody's; what of it is the tenant's own, own-rows.ts says.
        return eachAsHouse(exportMonth(pool, bookId, asked, signer));
      },
    }),
  ];
} // prettier-ignore

const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);
