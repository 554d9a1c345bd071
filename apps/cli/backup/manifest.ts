// What a backup says of itself: its first entry before anything is read of it, its last with the digest of every part.
import { findMigrations, foreignMigration } from '../../../platform/postgres/migrate.ts';
import { type LogPlace } from '../../../platform/postgres/base-backup.ts';

/** Of the archive's layout: a reader refuses one that it does not know. */
export const FORMAT = 1;
export const HEADER_PATH = 'feiqian-backup.json';
export const MANIFEST_PATH = 'manifest.json';

/** Folders in the archive. */
export const POSTGRES = 'postgres/';
export const DATA = 'data/';
export const CONFIGURATION = 'configuration/';

export interface BackupHeader {
  readonly format: number;
  /** Of the program that took it. */
  readonly feiqian: string;
  /** RFC 3339, by the clock of the machine. */
  readonly begunAt: string;
  readonly postgres: { readonly major: number; readonly isEmbedded: boolean };
  readonly migrations: readonly { readonly part: string; readonly name: string; readonly checksum: string }[];
  /** The signed tree head of the evidence before the first file was copied; null when nothing was ever committed. */
  readonly head: string | null;
}

export interface BackupPart {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

export interface BackupManifest extends BackupHeader {
  /** Before this every file was copied: a restore can go to this moment or to any after it. */
  readonly stoppedAt: string;
  /** What a restore replays at least. */
  readonly wal: { readonly from: LogPlace; readonly to: LogPlace };
  readonly parts: readonly BackupPart[];
}

/** Throws a sentence for a backup that this program cannot read or may not restore. */
export function readHeader(bytes: Buffer, version: string): BackupHeader {
  let header: BackupHeader;
  try {
    header = JSON.parse(bytes.toString('utf8')) as BackupHeader;
  } catch {
    throw new Error('This is not a backup of Feiqian.');
  }
  const isKnown = header.format === FORMAT;
  const foreign = isKnown
    ? foreignMigration(new Map(header.migrations.map(({ part, name, checksum }) => [`${part}/${name}`, checksum])), findMigrations()) // prettier-ignore
    : undefined;
  if (!isKnown || foreign?.isNewer === true) {
    throw new Error(
      `This backup was made by Feiqian ${header.feiqian}, this is ${version}: its data is newer than this program` +
        `${foreign ? ` (${foreign.key})` : ''}. Use that version, or a newer one.`,
    );
  }
  if (foreign) throw new Error(`The migration ${foreign.key} is not the one this backup's data was made with.`);
  return header;
}
