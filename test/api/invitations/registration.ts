import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import { CHOSEN_PASSWORD, InvitedFamily } from '../../support/invited-family.js';

describe('creating an account from an invitation', () => {
  let service: RunningService;
  let collectiviteId: number;
  let agent: Api;
  beforeAll(async () => {
    service = await startService('registrations');
    collectiviteId = await service.fixtures.collectivite({ name: 'MAIRIE DE VALMONT-SUR-ORLE' });
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'agent' }]);
    agent = await service.api.signedIn(email, password);
  });
  afterAll(() => service.stop());

  async function invited(email?: string): Promise<{ family: InvitedFamily; code: string }> {
    const family = await InvitedFamily.in(service, collectiviteId, email);
    await agent.post(`/collectivites/${collectiviteId}/invitations`, { guardianId: family.guardianId });
    return { family, code: await family.mailedCode() };
  }
  const proposals = (familyId: number) =>
    service.database.read(() =>
      service.database.rows(
        'SELECT subject, field, old_value, new_value, state FROM change_proposals WHERE family_id = ? ORDER BY id',
        [familyId],
      ),
    );

  it('goes from the link to « Bonjour Marc », in three steps', async () => {
    const { family, code } = await invited();
    const { answer, api } = await family.open(code);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      collectivite: { name: 'MAIRIE DE VALMONT-SUR-ORLE', phone: '04 67 00 00 00' },
      email: family.email,
      accountExists: false,
      held: {
        familyName: 'LEFEVRE',
        guardians: [{ guardianId: family.guardianId, isYou: true, civility: 'MONSIEUR', firstName: 'Marc' }],
        children: [{ childId: family.childId, firstName: 'Zoe', lastName: 'LEFEVRE' }],
      },
      account: null,
      guardians: null,
      children: null,
    });
    expect((await family.fillIn(api)).map(({ status }) => status)).toEqual([200, 200, 200]);
    const done = await family.complete(api);
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({
      message: 'Bonjour Marc, votre compte espace famille a bien été créé',
      collectiviteId,
      familyIds: [family.familyId],
    });
    const me = await service.api.withHeaders({ authorization: `Bearer ${done.body.accessToken}` }).get('/me');
    expect(me.body).toMatchObject({ email: family.email, memberships: [{ collectiviteId, roles: ['parent'] }] });
    await service.api.signedIn(family.email, CHOSEN_PASSWORD);
    expect(await proposals(family.familyId)).toEqual([]);
    expect((await api.get('/registrations/current')).status).toBe(404);
    expect((await family.open(code)).answer).toMatchObject({ status: 422, body: { code: 'INVITATION_USED' } });
    await service.settle();
    const welcome = (await service.mails.to(family.email)).at(-1)!;
    expect(welcome.subject).toBe('Votre compte espace famille est prêt');
    expect(welcome.text).toContain('à l’espace famille de la MAIRIE DE VALMONT-SUR-ORLE.');
    expect(welcome.text).not.toContain('corrections');
  });

  it('keeps corrections as proposals for the agent, and changes nothing by itself', async () => {
    const { family, code } = await invited();
    const second = await service.fixtures.guardian(collectiviteId, family.familyId, {
      position: 2,
      civility: null,
      first_name: 'Anne',
      last_name: 'PETIT',
    });
    const { api } = await family.open(code);
    await family.fillIn(api, { familyName: 'LEFÈVRE' });
    await api.put('/registrations/current/guardians', {
      guardians: [
        { guardianId: family.guardianId, civility: 'MONSIEUR', firstName: 'Marc', lastName: 'LEFÈVRE' },
        { guardianId: second, civility: 'MADAME', firstName: 'Anne', lastName: 'PETIT' },
      ],
    });
    await api.put('/registrations/current/children', {
      children: [{ childId: family.childId, firstName: 'Zoé', lastName: 'LEFEVRE' }],
    });
    expect((await family.complete(api)).status).toBe(201);
    expect(await proposals(family.familyId)).toEqual([
      {
        subject: `family:${family.familyId}`,
        field: 'name',
        old_value: 'LEFEVRE',
        new_value: 'LEFÈVRE',
        state: 'PENDING',
      },
      {
        subject: `guardian:${family.guardianId}`,
        field: 'lastName',
        old_value: 'LEFEVRE',
        new_value: 'LEFÈVRE',
        state: 'PENDING',
      },
      { subject: `guardian:${second}`, field: 'civility', old_value: null, new_value: 'MADAME', state: 'PENDING' },
      { subject: `child:${family.childId}`, field: 'firstName', old_value: 'Zoe', new_value: 'Zoé', state: 'PENDING' },
    ]);
    await service.settle();
    expect((await service.mails.to(family.email)).at(-1)!.text).toContain('Les corrections que vous avez proposées');
  });

  it('shows nothing of the other parent but the civility and the name', async () => {
    const { family, code } = await invited();
    await service.fixtures.guardian(collectiviteId, family.familyId, {
      position: 2,
      first_name: 'Anne',
      email: 'secret@example.org',
      phone: '06 99 99 99 99',
    });
    const { answer } = await family.open(code);
    expect(answer.text).toContain('Anne');
    for (const hidden of ['secret@example.org', '06 99', 'rue des Lilas']) expect(answer.text).not.toContain(hidden);
  });

  it('goes on where it was left, from another device, with the same link', async () => {
    const { family, code } = await invited();
    const { api } = await family.open(code);
    await family.fillIn(api);
    const { answer, api: elsewhere } = await family.open(code);
    expect(answer.body).toMatchObject({
      account: { familyName: 'LEFEVRE' },
      guardians: [{ guardianId: family.guardianId }],
      children: [{ childId: family.childId }],
    });
    expect((await api.get('/registrations/current')).body.code).toBe('REGISTRATION_NOT_FOUND');
    expect((await family.complete(elsewhere)).status).toBe(201);
  });

  it('can be cancelled, and begun again', async () => {
    const { family, code } = await invited();
    const { api } = await family.open(code);
    await family.fillIn(api);
    expect((await api.delete('/registrations/current')).status).toBe(204);
    expect((await api.delete('/registrations/current')).status).toBe(404);
    expect((await family.open(code)).answer.body).toMatchObject({ account: null, guardians: null, children: null });
  });

  it('asks for every step', async () => {
    const { family, code } = await invited();
    const { api } = await family.open(code);
    await api.put('/registrations/current/children', { children: [] });
    expect(await family.complete(api)).toMatchObject({
      status: 422,
      body: { code: 'REGISTRATION_INCOMPLETE', errors: [{ field: 'account' }, { field: 'guardians' }] },
    });
  });

  it('refuses what cannot be kept, with the field and the reason', async () => {
    const { family, code } = await invited();
    const stranger = await InvitedFamily.in(service, collectiviteId);
    const { api } = await family.open(code);
    const account = (typed: object) => family.fillIn(api, typed).then(([answer]) => answer!.body);
    expect(await account({ password: 'azerty', passwordConfirmation: 'azerty' })).toMatchObject({
      code: 'WEAK_PASSWORD',
    });
    expect(await account({ passwordConfirmation: 'autre chose que cela' })).toMatchObject({
      code: 'STEP_NOT_VALID',
      errors: [{ field: 'passwordConfirmation' }],
    });
    expect(await account({ email: 'autre@example.org' })).toMatchObject({
      code: 'STEP_NOT_VALID',
      errors: [{ field: 'email' }],
    });
    const guardian = { civility: 'MADAME', firstName: 'Anne', lastName: 'PETIT' };
    const guardians = [{ guardianId: stranger.guardianId, ...guardian }];
    expect((await api.put('/registrations/current/guardians', { guardians })).body).toMatchObject({
      code: 'STEP_NOT_VALID',
      errors: [{ field: 'guardians[0].guardianId' }],
    });
    const child = { childId: family.childId, firstName: 'Zoé', lastName: 'LEFEVRE' };
    expect((await api.put('/registrations/current/children', { children: [child, child] })).body).toMatchObject({
      code: 'STEP_NOT_VALID',
      errors: [{ field: 'children[1].childId' }],
    });
    const blank = [{ guardianId: family.guardianId, ...guardian, lastName: '  ' }];
    expect((await api.put('/registrations/current/guardians', { guardians: blank })).body).toMatchObject({
      code: 'INVALID_REQUEST',
      errors: [{ field: 'guardians[0].lastName' }],
    });
  });

  it('tells apart an unknown, an expired and a used code', async () => {
    const { family, code } = await invited();
    expect((await family.open('inventé')).answer.body.code).toBe('INVITATION_UNKNOWN');
    const other = await service.api.post('/registrations', { code, email: 'autre@example.org' });
    expect(other).toMatchObject({ status: 422, body: { code: 'INVITATION_UNKNOWN' } });
    service.clock.advance({ hours: 14 * 24 });
    expect(await family.open(code)).toMatchObject({ answer: { status: 422, body: { code: 'INVITATION_EXPIRED' } } });
    service.clock.advance({ hours: -14 * 24 });
    expect((await family.open(code)).answer.status).toBe(201);
  });

  it('opens nothing with a code that went to an address since corrected', async () => {
    const { family, code } = await invited();
    await service.database.unit(() =>
      service.database.change('UPDATE guardians SET email = ? WHERE id = ?', ['juste@example.org', family.guardianId]),
    );
    expect((await family.open(code)).answer.body.code).toBe('INVITATION_EXPIRED');
    const again = { guardianIds: [family.guardianId] };
    expect((await agent.post(`/collectivites/${collectiviteId}/invitations/batches`, again)).body.invited).toBe(1);
  });

  it('may end after the last day of an invitation opened in time', async () => {
    const { family, code } = await invited();
    service.clock.advance({ hours: 14 * 24 - 1 });
    const { api } = await family.open(code);
    service.clock.advance({ hours: 2 });
    await family.fillIn(api);
    expect((await family.complete(api)).status).toBe(201);
    service.clock.advance({ hours: -14 * 24 - 1 });
  });

  it('ties an account that exists, once its own password is given', async () => {
    const known = await service.fixtures.account([]);
    const { family, code } = await invited(known.email);
    const { answer, api } = await family.open(code);
    expect(answer.body.accountExists).toBe(true);
    const [wrong] = await family.fillIn(api);
    expect(wrong).toMatchObject({ status: 422, body: { code: 'WRONG_PASSWORD', errors: [{ field: 'password' }] } });
    const [right] = await family.fillIn(api, { password: known.password, passwordConfirmation: undefined });
    expect(right!.status).toBe(200);
    expect((await family.complete(api)).body).toMatchObject({ accountId: known.id });
    await service.api.signedIn(known.email, known.password);
  });

  it('gives its first password to an account that was made without one', async () => {
    const { email, password } = await service.fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    const administrator = await service.api.signedIn(email, password);
    const member = { email: 'agent.et.parent@example.org', firstName: 'Marc', lastName: 'LEFEVRE', role: 'agent' };
    const { accountId } = (await administrator.post(`/collectivites/${collectiviteId}/members`, member)).body;
    const { family, code } = await invited(member.email);
    const { answer, api } = await family.open(code);
    expect(answer.body.accountExists).toBe(false);
    await family.fillIn(api);
    expect((await family.complete(api)).body).toMatchObject({ accountId });
    await service.api.signedIn(member.email, CHOSEN_PASSWORD);
  });

  it('ties the same adult in another foyer of the collectivité, and nobody else', async () => {
    const { family, code } = await invited();
    const other = await service.fixtures.family(collectiviteId, { name: 'PETIT' });
    const same = { email: family.email, first_name: 'marc', last_name: 'Lefèvre' };
    const alike = await service.fixtures.guardian(collectiviteId, other, same);
    const spouse = await service.fixtures.guardian(collectiviteId, other, { ...same, position: 2, first_name: 'Anne' });
    const { api } = await family.open(code);
    await family.fillIn(api);
    const { body } = await family.complete(api);
    expect(body.familyIds).toEqual([family.familyId, other]);
    const rows = await service.database.read(() =>
      service.database.rows('SELECT id, account_id FROM guardians WHERE id IN (?, ?) ORDER BY id', [alike, spouse]),
    );
    expect(rows).toEqual([
      { id: alike, account_id: body.accountId },
      { id: spouse, account_id: null },
    ]);
  });

  it('refuses one login for both guardians of a foyer', async () => {
    const { family, code } = await invited();
    const { api } = await family.open(code);
    await family.fillIn(api);
    await family.complete(api);
    const second = await service.fixtures.guardian(collectiviteId, family.familyId, {
      position: 2,
      first_name: 'Anne',
      email: family.email,
    });
    await agent.post(`/collectivites/${collectiviteId}/invitations`, { guardianId: second });
    const again = await family.open(await family.mailedCode());
    await family.fillIn(again.api);
    expect(await family.complete(again.api)).toMatchObject({ status: 409, body: { code: 'EMAIL_OF_OTHER_GUARDIAN' } });
    expect((await again.api.get('/registrations/current')).body.account).toEqual({ familyName: 'LEFEVRE' });
  });

  it('forgets after a day what was typed and left', async () => {
    const { family, code } = await invited();
    const { api } = await family.open(code);
    await family.fillIn(api);
    service.clock.advance({ hours: 24 });
    expect((await api.get('/registrations/current')).status).toBe(404);
    await service.settle();
    expect((await family.open(code)).answer.body).toMatchObject({ account: null });
  });
});
