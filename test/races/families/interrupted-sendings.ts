import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from '../../../src/kernel/civil-time.js';
import type { RunningService } from '../../support/application.js';
import { openCanteen } from '../../support/canteen.js';
import { PASSWORD } from '../../support/fixtures.js';
import { OutlivingDatabase } from '../../support/killed.js';
import type { Receiving } from '../../support/receive-and-die.js';
import type { Sending } from '../../support/send-and-die.js';
import { onServer } from '../../support/test-database.js';

const AT = '2026-11-02T08:00:00+01:00';
const PDF = '%PDF-1.7\ntrailer << /Root 1 0 R >>\n%%EOF';
const DIGEST = createHash('sha256').update(PDF).digest('hex');

(onServer ? describe : describe.skip)('a paper that a family was sending when the service was killed', () => {
  let kept: OutlivingDatabase;
  beforeAll(async () => {
    kept = await OutlivingDatabase.create('sendings', AT);
  });
  afterAll(() => kept.remove());

  it('is erased after an hour, and one that was kept never', async () => {
    const { email, ...names } = await kept.opened(async (service) => {
      const canteen = await openCanteen(service);
      const { id: familyId, accountId, email } = await canteen.family();
      return { collectiviteId: canteen.collectiviteId, familyId, accountId, email };
    });
    expect(await kept.killedIn<Sending>('send-and-die', { ...names, content: PDF })).toBe('SIGKILL');
    await kept.opened(async (service) => {
      let parent = await service.api.signedIn(email, PASSWORD);
      const demandes = `/families/${names.familyId}/demandes`;
      expect((await parent.get(demandes)).body.items).toEqual([]);
      expect(await onDisk(service)).toEqual([DIGEST, DIGEST]);
      await swept(service);
      expect(await onDisk(service)).toEqual([DIGEST, DIGEST]);
      await anHourLater(service);
      await writeFile(join(service.configuration.filesDirectory, 'incoming', 'cut'), '%PDF');
      await swept(service);
      expect(await onDisk(service)).toEqual(['cut']);
      await anHourLater(service);
      await swept(service);
      expect(await onDisk(service)).toEqual([]);

      const text = { category: 'OTHER', subject: 'Un papier', message: 'Le voici.' };
      const file = { field: 'files', name: 'papier.pdf', type: 'application/pdf', content: Buffer.from(PDF) };
      parent = await service.api.signedIn(email, PASSWORD);
      const { status, body } = await parent.upload(demandes, text, [file]);
      expect(status).toBe(201);
      expect(await onDisk(service)).toEqual([DIGEST]);
      // Killed after the commit, and before the mark went.
      await writeFile(join(service.configuration.filesDirectory, 'incoming', DIGEST), '');
      await anHourLater(service);
      await swept(service);
      expect(await onDisk(service)).toEqual([DIGEST]);
      const [{ id }] = body.messages[0].attachments;
      parent = await service.api.signedIn(email, PASSWORD);
      expect((await parent.get(`${demandes}/${body.id}/attachments/${id}`)).bytes.toString()).toBe(PDF);
    });
  }, 240_000);
});

(onServer ? describe : describe.skip)('a file of the Trésorerie that was sent when the service was killed', () => {
  let kept: OutlivingDatabase;
  beforeAll(async () => {
    kept = await OutlivingDatabase.create('receivings', AT);
  });
  afterAll(() => kept.remove());

  it('leaves no row, and its bytes go after an hour', async () => {
    const names = await kept.opened(async ({ fixtures }) => {
      const collectiviteId = await fixtures.collectivite();
      const { id: accountId } = await fixtures.account([{ collectiviteId, role: 'regisseur' }]);
      return { collectiviteId, accountId };
    });
    expect(await kept.killedIn<Receiving>('receive-and-die', { ...names, content: '<PES/>' })).toBe('SIGKILL');
    await kept.opened(async (service) => {
      const { database } = service;
      const rows = () => database.read(() => database.rows('SELECT id FROM stored_files'));
      expect(await rows()).toEqual([]);
      expect(await onDisk(service)).toHaveLength(2);
      await anHourLater(service);
      await swept(service);
      expect(await onDisk(service)).toEqual([]);
    });
  }, 240_000);
});

async function filesOf(service: RunningService) {
  const all = await readdir(service.configuration.filesDirectory, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile());
}

async function onDisk(service: RunningService): Promise<string[]> {
  return (await filesOf(service)).map(({ name }) => name);
}

async function anHourLater(service: RunningService): Promise<void> {
  const then = new Date(Date.now() - 3_601_000);
  for (const { parentPath, name } of await filesOf(service)) await utimes(join(parentPath, name), then, then);
}

async function swept(service: RunningService): Promise<void> {
  service.clock.set(service.clock.now().add(Temporal.Duration.from({ hours: 2 })));
  await service.settle();
}
