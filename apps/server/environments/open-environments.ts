// The environments of this server: their list stands in live's database, their books in databases beside it.
import { join } from 'node:path';
import { type Access, findOrganisation, messageSigners } from '../../../modules/access/index.ts';
import { type Certified, recordIncident } from '../../../modules/conformance/index.ts';
import { Environments } from '../../../modules/environments/index.ts';
import { type Institution } from '../../../modules/messages/index.ts';
import { type CalendarRules } from '../../../modules/settlement/index.ts';
import { systemClock } from '../../../platform/instant.ts';
import { BOOK_ID, type House } from '../compose.ts';
import { presentOf } from '../demo/clock.ts';
import { environmentOpener } from './open-environment.ts';

export interface EnvironmentsOf {
  readonly house: House;
  readonly access: Access;
  readonly dataFolder: string;
  readonly institution: Institution;
  readonly calendar: CalendarRules;
  readonly version: string;
}

/** An organisation in its certification environment. */
export async function certifiedOf(environments: Environments, organisationId: string): Promise<Certified> {
  const { house } = await environments.open({ organisationId, kind: 'certification' });
  return { bookId: BOOK_ID, pool: house.pool, participantId: house.tenantId };
}

export function openEnvironments({ house, access, dataFolder, ...parts }: EnvironmentsOf): Environments {
  const { pool, databaseUrl, writer } = house;
  return new Environments({
    pool,
    databaseUrl,
    folder: join(dataFolder, 'environments'),
    openHouse: environmentOpener({
      ...parts,
      onIncident: async ({ kind, organisationId }, incident) => {
        if (kind === 'certification') await recordIncident(pool, organisationId, incident, systemClock.now());
      },
      signersOf: ({ organisationId, kind }, tenantId) =>
        messageSigners(access, {
          environment: kind,
          isOf: (key, participantId) => key.organisationId === organisationId && participantId === tenantId,
          nameOf: (participantId) => (participantId === tenantId ? `organisation ${organisationId}` : undefined),
        }),
      profileOf: async (organisationId) => {
        const organisation = await findOrganisation(pool, organisationId);
        return writer.memory.settlement.settlement.participantById.get(organisation?.participantId ?? '')?.profile;
      },
    }),
    startOf: (calendar) => presentOf(calendar, systemClock.now()),
  });
}
