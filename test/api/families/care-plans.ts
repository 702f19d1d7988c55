import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { Configuration } from '../../../src/platform/config/configuration.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, type CanteenFamily, openCanteen } from '../../support/canteen.js';

const PDF = Buffer.from('%PDF-1.7\nallergie aux arachides\ntrailer << /Root 1 0 R >>\n%%EOF');
const paper = (name = 'Allergie de Léa.pdf', content = PDF) => {
  return { field: 'files', name, type: 'application/pdf', content };
};

describe('care plans', () => {
  let service: RunningService;
  let canteen: Canteen;
  let agent: Api;
  let animateur: Api;
  beforeAll(async () => {
    service = await startService('care-plans', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
    await signIn();
  });
  afterAll(() => service.stop());

  async function signIn() {
    agent = await canteen.staff('agent');
    animateur = await canteen.staff('animateur');
  }
  const mairie = (path: string) => `/collectivites/${canteen.collectiviteId}/${path}`;
  const send = (family: CanteenFamily, childId: number, files = [paper()]) =>
    family.api.upload(family.path(`children/${childId}/care-plans`), {}, files);
  const accept = (planId: number, validUntil: string) =>
    agent.post(mairie(`care-plans/${planId}/acceptances`), { validUntil });
  const plans = async (family: CanteenFamily) => (await family.api.get(family.path('care-plans'))).body;
  const traces = async (action: string) =>
    service.database.read(() => service.database.rows('SELECT id FROM audit_entries WHERE action = ?', [action]));
  /** All that lies on the disk, put together. */
  async function onDisk(): Promise<string> {
    const directory = service.app.get(Configuration).filesDirectory;
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join();
  }

  it('are kept sealed under a name that says nothing, read by those who look after the child, each look traced', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds as [number];
    const sent = await send(family, childId, [paper(), paper('page 2.pdf', Buffer.concat([PDF, PDF]))]);
    expect(sent).toMatchObject({ status: 201, body: [{ childId, state: 'RECEIVED', validUntil: null }] });
    const [{ carePlanId, files }] = sent.body;
    expect(files).toMatchObject([{ name: 'pai-1.pdf' }, { name: 'pai-2.pdf' }]);
    expect(await onDisk()).not.toContain('arachides');
    const own = await family.api.get(family.path(`care-plans/${carePlanId}/files/${files[0].fileId}`));
    expect(own.bytes.equals(PDF)).toBe(true);
    expect((await agent.get(mairie('care-plans'))).body.items).toMatchObject([{ carePlanId, childId }]);
    const path = mairie(`children/${childId}/care-plans/${carePlanId}/files/${files[1].fileId}`);
    expect((await animateur.get(path)).bytes.equals(Buffer.concat([PDF, PDF]))).toBe(true);
    expect(await traces('child.care-plan-read')).toHaveLength(2);
    expect((await (await canteen.staff('administrateur')).get(path)).status).toBe(403);
    expect((await (await canteen.staff('regisseur')).get(path)).status).toBe(403);
    expect(await agent.get(mairie(`children/${childId + 1}/care-plans/${carePlanId}/files/1`))).toMatchObject({
      status: 404,
    });
  });

  it('hold until the day that the mairie says, told before, then erased', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds as [number];
    const [{ carePlanId }] = (await send(family, childId)).body;
    expect((await accept(carePlanId, '2026-11-01')).body).toMatchObject({ errors: [{ field: 'validUntil' }] });
    expect((await accept(carePlanId, '2026-12-20')).status).toBe(204);
    expect(await accept(carePlanId, '2026-12-20')).toMatchObject({
      status: 409,
      body: { code: 'CARE_PLAN_ALREADY_DECIDED' },
    });
    expect((await family.api.get(`/families/${family.id}`)).body.children).toMatchObject([{ hasPai: true }]);
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)?.subject).toContain('PAI enregistré');

    const [{ carePlanId: second }] = (await send(family, childId)).body;
    expect((await accept(second, '2026-12-24')).status).toBe(204);
    expect(await plans(family)).toMatchObject([
      { carePlanId: second, state: 'IN_FORCE', validUntil: '2026-12-24', files: [{ name: 'pai-1.pdf' }] },
      { carePlanId, state: 'REPLACED', files: [] },
    ]);
    const copy = JSON.parse((await family.api.get(family.path('personal-data'))).bytes.toString()) as object;
    expect(copy).toMatchObject({
      carePlans: [
        { state: 'REPLACED', stateInFrench: 'remplacé par un autre : ses documents sont effacés' },
        { state: 'IN_FORCE', stateInFrench: 'en vigueur', validUntil: '2026-12-24' },
      ],
    });
    service.clock.set(Temporal.Instant.from('2026-11-25T08:00:00+01:00'));
    await service.settle();
    service.clock.set(Temporal.Instant.from('2026-11-26T08:00:00+01:00'));
    await service.settle();
    const told = async () =>
      (await service.mails.to(family.email)).filter(({ subject }) => subject?.startsWith('PAI bientôt terminé'));
    expect(await told()).toHaveLength(1);
    service.clock.set(Temporal.Instant.from('2026-12-24T23:00:00+01:00'));
    await service.settle();
    await family.signIn();
    expect(await plans(family)).toMatchObject([{ state: 'IN_FORCE' }, {}]);
    expect((await family.api.get(`/families/${family.id}`)).body.children).toMatchObject([{ hasPai: true }]);
    service.clock.set(Temporal.Instant.from('2026-12-25T00:30:00+01:00'));
    await service.settle();
    await family.signIn();
    expect(await plans(family)).toMatchObject([{ state: 'ENDED', files: [] }, {}]);
    expect((await family.api.get(`/families/${family.id}`)).body.children).toMatchObject([{ hasPai: false }]);
    expect(await told()).toHaveLength(1);
    await signIn();
  });

  it('are known to both foyers of a child once in force, not what one only sent', async () => {
    const mother = await canteen.family();
    const [childId] = mother.childIds as [number];
    const father = await canteen.family(0);
    await service.fixtures.row('custodies', {
      ...{ collectivite_id: canteen.collectiviteId, child_id: childId, family_id: father.id },
      ...{ weeks: 'ODD', from_date: '2020-01-01', to_date: null },
    });
    const [{ carePlanId, files }] = (await send(mother, childId)).body;
    expect(await plans(father)).toEqual([]);
    const file = father.path(`care-plans/${carePlanId}/files/${files[0].fileId}`);
    expect((await father.api.get(file)).status).toBe(404);
    await accept(carePlanId, '2027-07-02');
    expect(await plans(father)).toMatchObject([{ carePlanId, state: 'IN_FORCE' }]);
    expect((await father.api.get(file)).bytes.equals(PDF)).toBe(true);
    await service.database.unit(() =>
      service.database.change("UPDATE custodies SET to_date = '2026-11-01' WHERE family_id = ?", [father.id]),
    );
    expect(await plans(father)).toEqual([]);
    expect((await father.api.get(file)).status).toBe(404);
    expect((await send(father, childId)).status).toBe(404);
    expect(await plans(mother)).toMatchObject([{ carePlanId, state: 'IN_FORCE' }]);
  });

  it('are erased when refused, and refused where the child or the file is not right', async () => {
    const family = await canteen.family();
    const stranger = await canteen.family();
    const [childId] = family.childIds as [number];
    const [{ carePlanId }] = (await send(family, childId)).body;
    expect((await agent.post(mairie(`care-plans/${carePlanId}/refusals`))).status).toBe(204);
    expect(await plans(family)).toMatchObject([{ state: 'REFUSED', files: [] }]);
    expect((await accept(carePlanId, '2027-07-02')).status).toBe(409);
    expect((await send(family, stranger.childIds[0]!)).status).toBe(404);
    expect((await send(stranger, childId)).status).toBe(404);
    expect(await send(family, childId, [paper('a.pdf', Buffer.from('<svg/>'))])).toMatchObject({
      status: 422,
      body: { code: 'ATTACHMENT_TYPE_REFUSED' },
    });
    expect((await send(family, childId, [])).status).toBe(400);
    const elsewhere = await openCanteen(service);
    const other = await elsewhere.staff('agent');
    const theirs = `/collectivites/${elsewhere.collectiviteId}`;
    expect((await other.post(`${theirs}/care-plans/${carePlanId}/refusals`)).status).toBe(404);
    expect((await other.get(`${theirs}/children/${childId}/care-plans`)).body).toEqual([]);
  });
});
