import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../src/identity/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

describe('families', () => {
  let service: RunningService;
  let collectiviteId: number;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('families');
    collectiviteId = await service.fixtures.collectivite();
    await service.fixtures.menuType(collectiviteId);
    agent = await signedIn('agent');
  });
  afterAll(() => service.stop());

  async function signedIn(role: Role, where = collectiviteId): Promise<Api> {
    const { email, password } = await service.fixtures.account([{ collectiviteId: where, role }]);
    return service.api.signedIn(email, password);
  }

  /** A foyer with one adult who can sign in. */
  async function foyer(name: string, adult = 'Camille') {
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }], { first_name: adult });
    const familyId = await service.fixtures.family(collectiviteId, { name });
    const guardianId = await service.fixtures.guardian(collectiviteId, familyId, {
      ...{ last_name: name, first_name: adult, email: account.email, account_id: account.id },
    });
    return { familyId, guardianId, account, parent: await service.api.signedIn(account.email, account.password) };
  }
  const administration = (path: string) => `/collectivites/${collectiviteId}${path}`;

  describe('what a parent sees', () => {
    it('its own foyers with their children, and nobody else’s', async () => {
      const { familyId, parent, account } = await foyer('BERNARD');
      const childId = await service.fixtures.child(collectiviteId, familyId, {
        first_name: 'Lou',
        last_name: 'BERNARD',
      });
      const elsewhere = await service.fixtures.collectivite();
      const second = await service.fixtures.family(elsewhere, { name: 'BERNARD' });
      await service.fixtures.guardian(elsewhere, second, { email: account.email, account_id: account.id });
      expect((await parent.get('/me/families')).body).toEqual([
        {
          ...{ familyId, collectiviteId, name: 'BERNARD', collectiviteName: expect.stringContaining('Mairie') },
          timeZone: 'Europe/Paris',
          children: [{ childId, firstName: 'Lou', lastName: 'BERNARD' }],
        },
        expect.objectContaining({ familyId: second, collectiviteId: elsewhere, children: [] }),
      ]);
      const stranger = await foyer('AUTRE');
      const theirs = await stranger.parent.get(`/families/${familyId}`);
      const unknown = await stranger.parent.get('/families/999999');
      expect(theirs.status).toBe(404);
      expect(unknown.status).toBe(404);
      expect({ ...theirs.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      expect((await agent.get(`/families/${familyId}`)).status).toBe(404);
      expect((await service.api.get(`/families/${familyId}`)).status).toBe(401);
      expect((await parent.get('/families/abc')).status).toBe(404);
    });

    it('of the other foyer of a shared child, nothing but the weeks', async () => {
      const mother = await foyer('LEROUX', 'Laura');
      const father = await foyer('SECRETIER', 'Thomas');
      const childId = await service.fixtures.child(collectiviteId, mother.familyId, {
        first_name: 'Anaïs',
        has_pai: 1,
      });
      const change = await agent.post(administration(`/children/${childId}/custody-changes`), {
        from: '2026-09-01',
        custodies: [
          { familyId: mother.familyId, weeks: 'EVEN' },
          { familyId: father.familyId, weeks: 'ODD' },
        ],
      });
      expect(change.status).toBe(200);
      const seen = await mother.parent.get(`/families/${mother.familyId}`);
      expect(seen.body.children).toMatchObject([
        { childId, hasPai: true, otherFoyerWeeks: 'ODD', custodies: [{ weeks: 'EVEN', from: '2026-09-01', to: null }] },
      ]);
      expect(seen.text).not.toMatch(/SECRETIER|Thomas/);
      expect(seen.text).not.toContain(father.account.email);
      expect(seen.text).not.toContain(`"familyId":${father.familyId}`);
      expect((await father.parent.get(`/families/${father.familyId}`)).body.children).toMatchObject([
        { childId, otherFoyerWeeks: 'EVEN' },
      ]);
    });
  });

  describe('corrections', () => {
    it('wait for an agent, who accepts or refuses them, and the parent is told', async () => {
      const { familyId, guardianId, parent, account } = await foyer('MARTIN', 'Marc');
      const childId = await service.fixtures.child(collectiviteId, familyId, {
        first_name: 'Zoe',
        last_name: 'MARTIN',
      });
      const path = `/families/${familyId}/change-proposals`;
      const proposed = await parent.post(path, {
        changes: [
          { subject: `guardian:${guardianId}`, field: 'phone', newValue: ' 06 12 34 56 78 ' },
          { subject: `child:${childId}`, field: 'firstName', newValue: 'Zoé' },
          { subject: `family:${familyId}`, field: 'city', newValue: 'Test-sur-Orle' },
        ],
      });
      expect(proposed.status).toBe(201);
      expect(proposed.body).toMatchObject([
        { field: 'firstName', oldValue: 'Zoe', newValue: 'Zoé', state: 'PENDING' },
        {
          field: 'phone',
          oldValue: null,
          newValue: '06 12 34 56 78',
          fieldLabel: 'Téléphone',
          subjectName: 'Marc MARTIN',
        },
      ]);
      const again = { changes: [{ subject: `guardian:${guardianId}`, field: 'phone', newValue: '06 00 00 00 01' }] };
      expect((await parent.post(path, again)).body).toHaveLength(2);
      const latest = (await parent.get(`${path}?limit=1`)).body;
      expect(latest.items).toMatchObject([{ newValue: '06 00 00 00 01' }]);
      const before = (await parent.get(`${path}?limit=1&after=${latest.next}`)).body;
      expect(before).toMatchObject({ items: [{ newValue: 'Zoé' }], next: null });

      const pending = await agent.get(administration('/change-proposals'));
      expect(pending.body.items).toHaveLength(2);
      const [name, phone] = pending.body.items;
      expect((await agent.post(administration(`/change-proposals/${phone.proposalId}/acceptances`))).status).toBe(200);
      const refusal = administration(`/change-proposals/${name.proposalId}/refusals`);
      for (const reason of [undefined, '', 'trop long '.repeat(31)])
        expect((await agent.post(refusal, { reason })).status).toBe(400);
      const reason = 'Le livret porte <b>Zoe</b>.';
      expect((await agent.post(refusal, { reason })).status).toBe(200);
      expect((await parent.get(path)).body.items).toMatchObject([
        { state: 'ACCEPTED', refusalReason: null, withdrawable: false },
        { state: 'REFUSED', refusalReason: reason, withdrawable: false },
      ]);
      const twice = await agent.post(administration(`/change-proposals/${phone.proposalId}/refusals`), { reason });
      expect(twice).toMatchObject({ status: 409, body: { code: 'PROPOSAL_ALREADY_DECIDED' } });
      const seen = (await parent.get(`/families/${familyId}`)).body;
      expect(seen).toMatchObject({ guardians: [{ phone: '06 00 00 00 01' }], children: [{ firstName: 'Zoe' }] });
      await service.settle();
      const mails = await service.mails.to(account.email);
      expect(mails.map(({ subject }) => subject).sort()).toEqual([
        'Votre correction est enregistrée',
        'Votre correction n’a pas été retenue',
      ]);
      expect(mails[0]!.text).toContain('Marc');
      expect(mails.find(({ subject }) => /pas été retenue/.test(subject!))!.text).toContain(reason);
    });

    it('of both parents wait side by side: the mairie reads both', async () => {
      const { familyId, parent } = await foyer('DUPONT');
      const partner = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
      await service.fixtures.guardian(collectiviteId, familyId, { account_id: partner.id, position: 2 });
      const other = await service.api.signedIn(partner.email, partner.password);
      const path = `/families/${familyId}/change-proposals`;
      const city = (newValue: string) => ({ changes: [{ subject: `family:${familyId}`, field: 'city', newValue }] });
      await Promise.all([parent.post(path, city('Sète')), parent.post(path, city('Sète'))]);
      await other.post(path, city('Agde'));
      await other.post(path, city('Béziers'));
      const waiting = [
        { newValue: 'Béziers', state: 'PENDING' },
        { newValue: 'Sète', state: 'PENDING' },
      ];
      expect((await parent.get(path)).body.items).toMatchObject(waiting);
      for (const { proposalId } of (await parent.get(path)).body.items)
        expect(
          (await agent.post(administration(`/change-proposals/${proposalId}/refusals`), { reason: 'Non.' })).status,
        ).toBe(200);
    });

    it('are taken back by who asked, while the mairie has not answered', async () => {
      const { familyId, parent } = await foyer('LEROY');
      const partner = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
      await service.fixtures.guardian(collectiviteId, familyId, { account_id: partner.id, position: 2 });
      const other = await service.api.signedIn(partner.email, partner.password);
      const stranger = await foyer('VOISIN');
      const path = `/families/${familyId}/change-proposals`;
      const ask = (newValue: string) =>
        parent.post(path, { changes: [{ subject: `family:${familyId}`, field: 'city', newValue }] });
      const [first] = (await ask('Sète')).body;
      expect(first).toMatchObject({ state: 'PENDING', withdrawable: true });
      expect((await other.get(path)).body.items).toMatchObject([{ newValue: 'Sète', withdrawable: false }]);
      for (const not of [other, stranger.parent])
        expect((await not.delete(`${path}/${first.proposalId}`)).status).toBe(404);
      expect((await parent.delete(`${path}/${first.proposalId}`)).status).toBe(204);
      expect((await parent.get(path)).body.items).toMatchObject([
        { newValue: 'Sète', state: 'WITHDRAWN', withdrawable: false, decidedAt: expect.any(String) },
      ]);
      const gone = administration(`/change-proposals/${first.proposalId}/acceptances`);
      expect((await agent.post(gone)).body.code).toBe('PROPOSAL_ALREADY_DECIDED');
      const left = await agent.get(administration('/change-proposals?state=PENDING'));
      expect(left.body.items.filter((item: { familyId: number }) => item.familyId === familyId)).toEqual([]);
      expect((await parent.get(`/families/${familyId}`)).body.city).not.toBe('Sète');
      // The mairie first: who asked is told so.
      const [second] = (await ask('Agde')).body;
      await agent.post(administration(`/change-proposals/${second.proposalId}/acceptances`));
      const late = await parent.delete(`${path}/${second.proposalId}`);
      expect(late).toMatchObject({ status: 409, body: { code: 'PROPOSAL_ALREADY_DECIDED' } });
      expect(late.body.detail).toContain('La mairie a déjà répondu');
      expect((await parent.get(`/families/${familyId}`)).body.city).toBe('Agde');
    });

    it('are refused in French when they make no sense, or are about someone else', async () => {
      const { familyId, guardianId, parent } = await foyer('PETIT');
      const other = await foyer('GRAND');
      const answer = await parent.post(`/families/${familyId}/change-proposals`, {
        changes: [
          { subject: `guardian:${guardianId}`, field: 'email', newValue: 'pas une adresse' },
          { subject: `guardian:${guardianId}`, field: 'accountId', newValue: '1' },
          { subject: `guardian:${other.guardianId}`, field: 'phone', newValue: '06 12 34 56 78' },
          { subject: `family:${familyId}`, field: 'city', newValue: 'LYON' },
        ],
      });
      expect(answer).toMatchObject({ status: 422, body: { code: 'CORRECTION_NOT_VALID' } });
      expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
        'changes[0].newValue',
        'changes[1].newValue',
        'changes[2].subject',
      ]);
      expect((await parent.get(`/families/${familyId}/change-proposals`)).body.items).toEqual([]);
    });

    it('that would make two children one are not accepted', async () => {
      const { familyId, parent } = await foyer('JUMEAU');
      const born = { last_name: 'JUMEAU', birth_date: '2019-05-05' };
      await service.fixtures.child(collectiviteId, familyId, {
        ...born,
        first_name: 'Léo',
        identity_key: 'jumeau|leo|2019-05-05',
      });
      const twin = await service.fixtures.child(collectiviteId, familyId, {
        ...born,
        first_name: 'Léa',
        identity_key: 'jumeau|lea|2019-05-05',
      });
      const { body } = await parent.post(`/families/${familyId}/change-proposals`, {
        changes: [{ subject: `child:${twin}`, field: 'firstName', newValue: 'LEO' }],
      });
      const path = administration(`/change-proposals/${body[0].proposalId}`);
      expect((await agent.post(`${path}/acceptances`)).body.code).toBe('CHILD_ALREADY_KNOWN');
      expect((await agent.post(`${path}/refusals`, { reason: 'Déjà connu.' })).status).toBe(200);
    });
  });

  describe('what an agent does', () => {
    it('creates a family with its adults and children, and finds it again', async () => {
      const created = await agent.post(administration('/families'), {
        name: "D'Artagnan-Élise",
        externalRef: 'Q-XK',
        addressLine1: '3 rue des Lilas',
        postalCode: '34120',
        city: 'TEST',
        guardians: [
          { civility: 'Madame', lastName: "D'ARTAGNAN", firstName: 'Constance', email: 'Constance@Example.org' },
          { lastName: 'MÉRIMÉE', firstName: 'Luc' },
        ],
      });
      expect(created.status).toBe(201);
      const { familyId } = created.body;
      expect(created.body).toMatchObject({
        guardians: [
          { position: 1, civility: 'MADAME', email: 'constance@example.org' },
          { position: 2, civility: null },
        ],
      });
      const child = await agent.post(administration(`/families/${familyId}/children`), {
        ...{ lastName: 'MÉRIMÉE', firstName: 'Éloïse', birthDate: '2019-03-02', sex: 'F', className: 'CE1' },
      });
      expect(child.status).toBe(201);
      expect(child.body).toMatchObject({
        menuLabel: 'Standard',
        custodies: [{ familyId, weeks: 'ALL', from: '2026-09-01', to: null }],
      });
      expect(child.text).not.toContain('hasPai');
      for (const q of [
        'artagnan',
        'D’ARTAGNAN elise',
        'eloise merimee',
        'q-xk',
        'constance@example.org',
        'merimee art',
      ]) {
        const found = await agent.get(administration(`/families?q=${encodeURIComponent(q)}`));
        expect(found.body.items.map((item: { familyId: number }) => item.familyId)).toEqual([familyId]);
      }
      expect((await agent.get(administration('/families?q=%25'))).status).toBe(200);
      expect((await agent.get(administration('/families?q=zzzz'))).body).toEqual({ items: [], next: null });
      const page = await agent.get(administration('/families?limit=1'));
      expect(page.body.next).toBe(page.body.items[0].familyId);

      const twin = await agent.post(administration(`/families/${familyId}/children`), {
        ...{ lastName: 'Merimee', firstName: 'ELOISE', birthDate: '2019-03-02' },
      });
      expect(twin).toMatchObject({ status: 409, body: { code: 'CHILD_ALREADY_KNOWN', childId: child.body.childId } });
      const third = { lastName: 'X', firstName: 'Y' };
      expect((await agent.post(administration(`/families/${familyId}/guardians`), third)).body.code).toBe(
        'TOO_MANY_GUARDIANS',
      );
      const ref = await agent.post(administration('/families'), { name: 'Z', externalRef: 'Q-XK', guardians: [third] });
      expect(ref).toMatchObject({ status: 409, body: { code: 'FAMILY_REF_TAKEN' } });
    });

    it('changes what is given and leaves the rest, or says in French what is wrong', async () => {
      const { familyId, guardianId } = await foyer('CHANGEANT');
      const changed = await agent.patch(administration(`/families/${familyId}`), { addressLine1: null, city: 'LUNEL' });
      expect(changed.body).toMatchObject({ name: 'CHANGEANT', addressLine1: null, city: 'LUNEL', postalCode: '34120' });
      const adult = administration(`/families/${familyId}/guardians/${guardianId}`);
      expect((await agent.patch(adult, { phone: '+33 6 12 34 56 78' })).body.guardians).toMatchObject([
        { firstName: 'Camille', phone: '+33 6 12 34 56 78' },
      ]);
      expect((await agent.patch(adult, { phone: '12' })).body).toMatchObject({
        code: 'INVALID_REQUEST',
        errors: [{ field: 'phone', message: expect.stringContaining('numéro de téléphone') }],
      });
      expect((await agent.patch(adult, { lastName: null })).status).toBe(400);
      expect((await agent.post(administration('/families'), { guardians: [] })).status).toBe(400);
      const nameless = await agent.post(administration('/families'), {
        guardians: [{ lastName: 'A', firstName: 'B' }],
      });
      expect(nameless.body.errors).toEqual([{ field: 'name', message: 'à remplir' }]);
    });

    it('takes an adult’s access away', async () => {
      const { familyId, guardianId, parent } = await foyer('PARTANT');
      expect((await parent.get(`/families/${familyId}`)).status).toBe(200);
      const path = administration(`/families/${familyId}/guardians/${guardianId}/access-removals`);
      expect((await agent.post(path)).body.guardians).toMatchObject([{ accountId: null }]);
      expect((await parent.get(`/families/${familyId}`)).status).toBe(404);
    });

    it('dates custodies: what held ends the day before', async () => {
      const [first, second] = [await foyer('GARDE'), await foyer('ALTERNE')];
      const childId = await service.fixtures.child(collectiviteId, first.familyId);
      const path = administration(`/children/${childId}/custody-changes`);
      const halves = [
        { familyId: first.familyId, weeks: 'EVEN' },
        { familyId: second.familyId, weeks: 'ODD' },
      ];
      const change = await agent.post(path, { from: '2026-11-01', custodies: halves });
      expect(change.body.custodies).toEqual([
        { familyId: first.familyId, weeks: 'ALL', from: '2020-01-01', to: '2026-10-31' },
        { familyId: first.familyId, weeks: 'EVEN', from: '2026-11-01', to: null },
        { familyId: second.familyId, weeks: 'ODD', from: '2026-11-01', to: null },
      ]);
      expect((await agent.post(path, { from: '2026-11-01', custodies: halves })).body).toEqual(change.body);
      const both = halves.map((custody) => ({ ...custody, weeks: 'EVEN' }));
      const conflict = await agent.post(path, { from: '2026-12-01', custodies: both });
      expect(conflict).toMatchObject({ status: 422, body: { code: 'CUSTODY_CONFLICT' } });
      expect(conflict.body.errors[0].field).toBe('custodies[1].weeks');
      const elsewhere = await service.fixtures.family(await service.fixtures.collectivite());
      const foreign = await agent.post(path, {
        from: '2026-12-01',
        custodies: [{ familyId: elsewhere, weeks: 'ALL' }],
      });
      expect(foreign).toMatchObject({ status: 400, body: { errors: [{ field: 'custodies[0].familyId' }] } });
    });

    it('dates quotients, which never overlap', async () => {
      const { familyId } = await foyer('QUOTIENT');
      const path = administration(`/families/${familyId}/quotients`);
      const first = await agent.post(path, { value: '1 642,50', from: '2026-01-01' });
      expect(first.body.quotients).toMatchObject([{ hundredths: 164250, from: '2026-01-01', to: null }]);
      const overlap = await agent.post(path, { value: '700', from: '2026-09-01', to: '2026-12-31' });
      expect(overlap).toMatchObject({ status: 422, body: { code: 'QUOTIENT_OVERLAP' } });
      const wrong = await agent.post(path, { value: 'abc', from: '2026-09-01' });
      expect(wrong).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
      expect(wrong.body.errors).toEqual([
        { field: 'value', message: expect.stringContaining('ce n’est pas un nombre') },
      ]);
      const { quotientId } = first.body.quotients[0];
      const ended = await agent.put(`${path}/${quotientId}`, { value: '1642.5', from: '2026-01-01', to: '2026-08-31' });
      expect(ended.body.quotients).toMatchObject([{ to: '2026-08-31' }]);
      expect((await agent.post(path, { value: '700', from: '2026-09-01' })).body.quotients).toHaveLength(2);
      expect((await agent.post(path, { value: '1', from: '2030-02-01', to: '2030-01-01' })).status).toBe(400);
    });

    it('sees a PAI only by asking, and each look is audited', async () => {
      const { familyId } = await foyer('SANTE');
      const childId = await service.fixtures.child(collectiviteId, familyId, { has_pai: 1 });
      for (const role of ['agent', 'administrateur', 'animateur'] as const) {
        const seen = await (await signedIn(role)).get(administration(`/children/${childId}/health`));
        expect(seen.body).toEqual({ childId, hasPai: true });
      }
      expect((await (await signedIn('regisseur')).get(administration(`/children/${childId}/health`))).status).toBe(403);
      const trail = await service.database.read(() =>
        service.database.rows('SELECT action FROM audit_entries WHERE collectivite_id = ? AND subject = ?', [
          collectiviteId,
          `child:${childId}`,
        ]),
      );
      expect(trail).toEqual(Array.from({ length: 3 }, () => ({ action: 'child.health-seen' })));
    });

    it('never reaches another collectivité', async () => {
      const elsewhere = await service.fixtures.collectivite();
      const familyId = await service.fixtures.family(elsewhere);
      const childId = await service.fixtures.child(elsewhere, familyId);
      for (const path of [`/families/${familyId}`, `/children/${childId}`, `/children/${childId}/health`]) {
        expect((await agent.get(administration(path))).status).toBe(404);
        expect((await agent.get(`/collectivites/${elsewhere}${path}`)).status).toBe(404);
      }
      const animateur = await signedIn('animateur');
      expect((await animateur.get(administration('/families'))).status).toBe(403);
    });
  });
});
