import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningService, startService } from '../../support/application.js';

const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

describe('the logo of a commune, sent several times at once', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('logos');
  });
  afterAll(() => service.stop());

  it('is one file in the end, and each that it replaced is forgotten', async () => {
    const collectiviteId = await service.fixtures.collectivite();
    // Of four people: three forms with files of one at once are the most.
    const senders = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
        return service.api.signedIn(email, password);
      }),
    );
    const send = (rank: number) =>
      senders[rank % 4]!.uploadBy('PUT', `/collectivites/${collectiviteId}/logo`, {}, [
        { field: 'files', name: 'logo.png', type: 'image/png', content: Buffer.concat([LOGO, Buffer.from([rank])]) },
      ]);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, rank) => send(rank)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const files = () =>
      service.database.read(() => service.database.rows<{ id: number }>('SELECT id FROM stored_files'));
    expect(await files()).toHaveLength(1);
    expect((await senders[0]!.delete(`/collectivites/${collectiviteId}/logo`)).status).toBe(200);
    expect(await files()).toEqual([]);
  });
});
