// Exports of organisations' data: the archives stand in the data folder, signed with the key that answers are signed with.
import { join } from 'node:path';
import { type Access } from '../../modules/access/index.ts';
import { type Environments } from '../../modules/environments/index.ts';
import { Exports } from '../../modules/leaving/index.ts';
import { type Institution } from '../../modules/messages/index.ts';
import { BOOK_ID } from './compose.ts';
import { HOUSE_DATA, LIVE_DATA } from './tenant-data.ts';

export function openExports(access: Access, environments: Environments, dataFolder: string, institution: Institution) {
  return new Exports({
    access,
    environments,
    bookId: BOOK_ID,
    folder: join(dataFolder, 'exports'),
    issuer: { bic: institution.bic, name: institution.name },
    liveData: LIVE_DATA,
    houseData: HOUSE_DATA,
    onTrouble: (error) => console.error('An export of data:', error),
  });
}
