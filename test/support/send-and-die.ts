import { SendDemande } from '../../src/demandes/actions/send-demande.js';
import { Database } from '../../src/platform/database/database.js';
import { StoredFile } from '../../src/platform/files/stored-file.entity.js';
import { UploadedFile } from '../../src/platform/http/uploads.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Sending extends Doomed {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
  readonly content: string;
}

const { collectiviteId, familyId, accountId, content, ...doomed } = orderGiven<Sending>();
const { insert } = Object.getOwnPropertyDescriptors(Database.prototype);
// The bytes lie on the disk and nothing says whose they are: the worst moment.
Database.prototype.insert = async function (this: Database, ...row: Parameters<Database['insert']>) {
  if (row[0] === StoredFile) process.kill(process.pid, 'SIGKILL');
  return insert.value!.apply(this, row);
};

const app = await doomedService(doomed);
await app.get(SendDemande).run({
  ...{ collectiviteId, familyId, accountId, category: 'OTHER', subject: 'Un papier', message: 'Le voici.' },
  concerned: { childIds: [], from: null, to: null },
  files: [new UploadedFile('papier.pdf', { digest: content, read: () => Promise.resolve(Buffer.from(content)) })],
});
await app.close();
