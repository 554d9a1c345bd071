// Whose the rows of people are.
import { house, ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

const whoComesIn = 'the edge’s own, before it is known who comes';

export const WHOSE_ROWS: WhoseRows = {
  'people.people': tenants({ person_id: 'p1', organisation_id: ORGANISATION }),
  'people.devices': tenants({ person_id: 'p1' }),
  'people.identities': tenants({ person_id: 'p1', organisation_id: ORGANISATION }),
  'people.sessions': tenants({ person_id: 'p1' }),
  'people.enrolments': tenants({ person_id: 'p1' }),
  'people.recoveries': tenants({ person_id: 'p1' }),
  'people.acts': tenants({ person_id: 'p1' }, { organisation_id: ORGANISATION }),
  'people.providers': tenants({ organisation_id: ORGANISATION }),
  'people.attempts': house(whoComesIn),
  'people.challenges': house(whoComesIn),
  'people.provider_flows': house(whoComesIn),
};
