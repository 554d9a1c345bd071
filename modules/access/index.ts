// The counter of access: what other parts may use.
export { Access, type AccessOptions } from './access.ts';
export { AnswerKey } from './answer-key.ts';
export { Authority } from './certificates/authority.ts';
export { type ServerCertificate, serverCertificate } from './certificates/server-certificate.ts';
export { Certificates, readCertificates } from './certificates/certificates.ts';
export { type MadeKey, type NewKey, registerKey } from './change-keys.ts';
export { recordAct as recordOrganisationAct } from './change.ts';
export { hashSecret } from './hash-secret.ts';
export { askLive, openLive } from './change-live.ts';
export {
  askClosing, type ClosingRows, closeWithin, finishClosing, readClosing, readUnfinishedClosings, withdrawClosing,
} from './change-closing.ts'; // prettier-ignore
export { type By, ensureOrganisations, type NewOrganisation } from './change-organisations.ts';
export {
  EnvironmentKindSchema,
  ORGANISATION_KINDS,
  OrganisationIdSchema,
  type EnvironmentKind,
  isEnvironment,
  type OrganisationJson,
  type OrganisationKind,
} from './organisation.ts';
export { type KnownKey } from './known-keys.ts';
export { messageSigners, type SignersOf } from './message-signers.ts';
export { byOf, EVERYONE, ownOf, requireOwn, requireOwnActive, requireOwnKept, tenantOf } from './own.ts';
export {
  type ExpiringKey,
  findOrganisation,
  type LiveAsked,
  type LiveOrganisation,
  readExpiringKeys,
  readLiveAsked,
  readLiveOrganisations,
  readParticipantsOf,
  readSpeakers,
} from './reads.ts';
export { ACCESS_ACTIONS } from './permissions.ts';
export { ACCESS_REFUSALS } from './refusals.ts';
export { type AccessContext, accessRoutes } from './routes.ts';
export { ACCESS_DATA } from './tenant-data.ts';
