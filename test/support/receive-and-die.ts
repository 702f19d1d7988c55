import { Readable } from 'node:stream';
import { ReceiveTreasuryFile } from '../../src/claims/actions/returns/receive-treasury-file.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { doomedService, orderGiven } from './doomed-service.js';
import type { Doomed } from './killed.js';

export interface Receiving extends Doomed {
  readonly collectiviteId: number;
  readonly accountId: number;
  readonly content: string;
}

const { collectiviteId, accountId, content, ...doomed } = orderGiven<Receiving>();
const { write } = Object.getOwnPropertyDescriptors(FileStore.prototype);
// All of it has come, and nothing says yet that it did.
FileStore.prototype.write = async function (this: FileStore, ...chunks: Parameters<FileStore['write']>) {
  await write.value!.apply(this, chunks);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};

const app = await doomedService(doomed);
const file = { kind: 'RETOUR' as const, name: 'retour.xml', content: Readable.from([Buffer.from(content)]) };
await app.get(ReceiveTreasuryFile).run(collectiviteId, file, accountId);
await app.close();
