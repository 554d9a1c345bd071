// The evidence's counter: the desk that records, the log's reads and export, and the rules whoever audits checks by.
export { ActRelay } from './act-relay.ts';
export {
  COVERED_TABLES, coveredTable, type CoveredTable, escapeText, lineOf, selectRows,
} from './covered-tables.ts'; // prettier-ignore
export { EvidenceDesk, type EvidenceOptions, type RecordedDesks } from './evidence-desk.ts';
export { exportEvidence, type ExportLeaf, type ExportLine, type ExportRange, readStoredLeaves } from './export.ts';
export { KeyFolder } from './keys.ts';
export { type RefusedWrite } from './leaf.ts';
export {
  consistencyRanges, EMPTY_ROOT, foldSubtrees, Frontier, hashLeaf, hashNode, inclusionRanges, subtreesOf, verifyConsistency,
  verifyInclusion,
} from './merkle.ts'; // prettier-ignore
export { EVIDENCE_ACTIONS } from './permissions.ts';
export { EVIDENCE_REFUSALS } from './refusals.ts';
export { type LogEnd, readHead, readLogEnd } from './reads.ts';
export { type HeardRefusal, RefusedWrites } from './refused-writes.ts';
export { type EvidenceContext, evidenceRoutes } from './routes.ts';
export { digestLine } from './row-lines.ts';
export { readLines } from './table-lines.ts';
export {
  handoverText,
  isSignedBy,
  keyIdOf,
  parseHead,
  publicKeyOf,
  type SigningKey,
  type TreeHead,
} from './tree-head.ts';
export { readOldestWaitingAct } from './waiting-acts.ts';
export { readWitness, type RowDigest } from './witness.ts';
export { readLogSize, readWrittenRows, type WrittenRows } from './written-rows.ts';
export { evidenceMonthRoutes, type MonthContext } from './month-routes.ts';
export { isMonthSigned, type MonthLine, monthText } from './month-file.ts';
