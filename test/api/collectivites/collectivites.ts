import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../../src/identity/index.js';
import { SetUpCollectivite } from '../../../src/collectivites/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';

describe('a collectivité', () => {
  let service: RunningService;
  let here: number;
  let elsewhere: number;
  const apis = {} as Record<Role | 'stranger', Api>;

  beforeAll(async () => {
    service = await startService('collectivites');
    const setUp = service.app.get(SetUpCollectivite);
    const common = {
      addressLine1: '1 place de la Mairie',
      postalCode: '34120',
      city: 'Valmont-sur-Orle',
      phone: '04 67 00 00 00',
      email: 'periscolaire@valmont.example',
      schoolZone: 'C' as const,
    };
    here = (await setUp.run({ ...common, name: 'Mairie de Valmont-sur-Orle' })).collectiviteId;
    elsewhere = (await setUp.run({ ...common, name: 'Mairie d’Ornans' })).collectiviteId;
    const signedIn = async (collectiviteId: number, role: Role) => {
      const { email, password } = await service.fixtures.account([{ collectiviteId, role }]);
      return service.api.signedIn(email, password);
    };
    for (const role of ['parent', 'animateur', 'agent', 'regisseur', 'administrateur'] as const)
      apis[role] = await signedIn(here, role);
    apis.stranger = await signedIn(elsewhere, 'administrateur');
  });
  afterAll(() => service.stop());

  it('shows its contacts to its members, and does not exist for anyone else', async () => {
    const contacts = await apis.parent.get(`/collectivites/${here}`);
    expect(contacts).toMatchObject({
      status: 200,
      body: {
        name: 'Mairie de Valmont-sur-Orle',
        phone: '04 67 00 00 00',
        timeZone: 'Europe/Paris',
        holidaysOf: 'metropole',
        openingHours: [],
      },
    });
    expect(contacts.body).not.toHaveProperty('kitchenEmail');
    expect(await apis.stranger.get(`/collectivites/${here}`)).toMatchObject({ status: 404 });
    expect(await service.api.get(`/collectivites/${here}`)).toMatchObject({ status: 401 });
    expect(await apis.parent.get('/collectivites/999999')).toMatchObject({ status: 404 });
  });

  it('lists to an account where it has roles', async () => {
    const { email, password } = await service.fixtures.account([
      { collectiviteId: elsewhere, role: 'parent' },
      { collectiviteId: here, role: 'parent' },
      { collectiviteId: here, role: 'agent' },
    ]);
    const mine = await (await service.api.signedIn(email, password)).get('/me/collectivites');
    expect(mine.body).toEqual([
      {
        id: here,
        name: 'Mairie de Valmont-sur-Orle',
        city: 'Valmont-sur-Orle',
        roles: ['agent', 'parent'],
      },
      { id: elsewhere, name: 'Mairie d’Ornans', city: 'Valmont-sur-Orle', roles: ['parent'] },
    ]);
  });

  it('is changed by an administrator only, field by field', async () => {
    const path = `/collectivites/${here}`;
    expect(await apis.agent.patch(path, { phone: '04 67 11 11 11' })).toMatchObject({ status: 403 });
    expect(await apis.stranger.patch(path, { phone: '04 67 11 11 11' })).toMatchObject({ status: 404 });
    const changed = await apis.administrateur.patch(path, {
      phone: '04 67 11 11 11',
      siret: '21340172201787',
      timeZone: 'indian/reunion',
      website: 'https://www.valmont.example',
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { phone: '04 67 11 11 11', siret: '21340172201787', timeZone: 'Indian/Reunion', city: 'Valmont-sur-Orle' },
    });
    expect(await apis.administrateur.patch(path, { timeZone: 'Europe/Paris', website: null })).toMatchObject({
      status: 200,
      body: { website: null, siret: '21340172201787' },
    });
    expect(await apis.administrateur.patch(path, {})).toMatchObject({ status: 200 });
  });

  it.each([
    [{ siret: '21340172201788' }, 422, 'siret'],
    [{ timeZone: 'Europe/Marseille' }, 422, 'timeZone'],
    [{ postalCode: '00120' }, 422, 'postalCode'],
    [{ name: '???' }, 422, 'name'],
    [{ name: null }, 400, 'name'],
    [{ email: 'mairie' }, 400, 'email'],
    [{ kitchenEmail: 'cuisine' }, 400, 'kitchenEmail'],
    [{ schoolZone: 'D' }, 400, 'schoolZone'],
    [{ holidaysOf: 'corse' }, 400, 'holidaysOf'],
    [{ phone: 'demander à Sylvie' }, 400, 'phone'],
    [{ website: 'javascript:alert(1)' }, 400, 'website'],
    [{ billingDay: 5 }, 400, 'billingDay'],
  ])('refuses %j', async (body, status, field) => {
    const answer = await apis.administrateur.patch(`/collectivites/${here}`, body);
    expect(answer).toMatchObject({ status, body: { errors: [{ field }] } });
  });

  it('tells everybody who answers for its pages, and its administrator what the law still wants', async () => {
    const path = `/collectivites/${here}/legal-notice`;
    const seen = async () =>
      ((await service.api.get('/legal-notices')).body as { collectiviteId: number }[]).find(
        ({ collectiviteId }) => collectiviteId === here,
      );
    expect(await seen()).toMatchObject({ name: 'Mairie de Valmont-sur-Orle', hostName: null });
    expect((await apis.agent.get(path)).body.missing).toHaveLength(6);
    const told = { publicationDirector: 'Marianne Soulier, maire', hostName: 'Orle Hébergement' };
    const more = { dataProtectionOfficer: 'Centre de gestion', dataProtectionEmail: 'dpo@cdg99.example' };
    expect(await apis.administrateur.put(path, { ...told, hostPhone: '04 65 71 00 90', ...more })).toMatchObject({
      status: 200,
      body: { ...told, hostAddress: null, missing: ['l’adresse de l’hébergeur'] },
    });
    expect(await seen()).toMatchObject({ ...told, hostPhone: '04 65 71 00 90', ...more });
    expect((await apis.administrateur.put(path, told)).body).toMatchObject({ hostPhone: null });
    for (const [body, field] of [
      [{ hostPhone: 'demander à Sylvie' }, 'hostPhone'],
      [{ dataProtectionEmail: 'dpo' }, 'dataProtectionEmail'],
      [{ hostName: ' ' }, 'hostName'],
    ] as const)
      expect(await apis.administrateur.put(path, body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    expect(await apis.agent.put(path, told)).toMatchObject({ status: 403 });
    expect(await apis.stranger.put(path, told)).toMatchObject({ status: 404 });
    expect(await apis.parent.get(path)).toMatchObject({ status: 403 });
    expect(await seen()).toMatchObject(told);
  });

  it('replaces its opening hours, which never overlap', async () => {
    const path = `/collectivites/${here}/opening-hours`;
    const hours = [
      { weekday: 'TU', opensAt: '13:30', closesAt: '17:00' },
      { weekday: 'MO', opensAt: '08:30', closesAt: '12:00' },
      { weekday: 'TU', opensAt: '08:30', closesAt: '12:00' },
    ];
    const sorted = [hours[1], hours[2], hours[0]];
    expect((await apis.administrateur.put(path, { openingHours: hours })).body).toEqual(sorted);
    const wrong = [...hours, { weekday: 'TU', opensAt: '11:00', closesAt: '14:00' }];
    expect(await apis.administrateur.put(path, { openingHours: wrong })).toMatchObject({
      status: 422,
      body: { code: 'OPENING_HOURS_NOT_VALID', errors: [{ field: 'openingHours[3]' }] },
    });
    const odd = await apis.administrateur.put(path, {
      openingHours: [{ weekday: 'LUNDI', opensAt: '8h', closesAt: '25:00' }],
    });
    expect(odd.status).toBe(400);
    expect(odd.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'openingHours[0].weekday',
      'openingHours[0].opensAt',
      'openingHours[0].closesAt',
    ]);
    expect((await apis.parent.get(`/collectivites/${here}`)).body.openingHours).toEqual(sorted);
    expect(await apis.agent.put(path, { openingHours: [] })).toMatchObject({ status: 403 });
  });

  it('has its billing settled by the régisseur', async () => {
    const path = `/collectivites/${here}/billing-settings`;
    const changed = await apis.regisseur.patch(path, {
      billingDay: 5,
      paymentDays: 20,
      regieLabel: 'Régie de recettes périscolaire',
      paymentInstructions: 'Par chèque\nou à l’accueil.',
    });
    expect(changed).toMatchObject({ status: 200, body: { billingDay: 5, paymentDays: 20, regisseurName: null } });
    expect(await apis.administrateur.patch(path, { billingDay: null })).toMatchObject({ body: { billingDay: null } });
    expect(await apis.regisseur.patch(path, { billingDay: 29 })).toMatchObject({ status: 400 });
    expect(await apis.regisseur.patch(path, { paymentDays: null })).toMatchObject({ status: 400 });
    expect(await apis.agent.patch(path, { billingDay: 1 })).toMatchObject({ status: 403 });
    expect(await apis.stranger.patch(path, { billingDay: 1 })).toMatchObject({ status: 404 });
    expect(await apis.agent.get(`/collectivites/${here}/settings`)).toMatchObject({ body: { paymentDays: 20 } });
    expect(await apis.parent.get(`/collectivites/${here}/settings`)).toMatchObject({ status: 403 });
  });

  it('has sites that are created, renamed and archived', async () => {
    const path = `/collectivites/${here}/sites`;
    const created = await apis.agent.post(path, { name: 'École Jean-Macé', kind: 'SCHOOL', city: 'Valmont' });
    expect(created).toMatchObject({ status: 201, body: { name: 'École Jean-Macé', archived: false, phone: null } });
    const { id } = created.body;
    expect(await apis.agent.post(path, { name: 'ecole jean mace', kind: 'CENTRE' })).toMatchObject({
      status: 409,
      body: { code: 'SITE_NAME_TAKEN' },
    });
    const other = await apis.agent.post(path, { name: 'Les Cigales', kind: 'CENTRE' });
    expect(await apis.agent.patch(`${path}/${other.body.id}`, { name: 'ÉCOLE JEAN MACÉ' })).toMatchObject({
      status: 409,
    });
    expect(await apis.agent.patch(`${path}/${id}`, { archived: true })).toMatchObject({
      status: 200,
      body: { name: 'École Jean-Macé', archived: true, city: 'Valmont' },
    });
    expect(await apis.agent.patch(`${path}/${id}`, { archived: false, name: 'École Jean Macé' })).toMatchObject({
      body: { name: 'École Jean Macé', archived: false },
    });
    expect((await apis.parent.get(path)).body.map(({ name }: { name: string }) => name)).toEqual([
      'École Jean Macé',
      'Les Cigales',
    ]);
    expect(await apis.parent.post(path, { name: 'Mon école', kind: 'SCHOOL' })).toMatchObject({ status: 403 });
    expect(await apis.agent.post(path, { name: '!!!', kind: 'SCHOOL' })).toMatchObject({ status: 422 });
    expect(await apis.agent.post(path, { name: 'Crèche', kind: 'NURSERY' })).toMatchObject({ status: 400 });
    const theirs = `/collectivites/${elsewhere}/sites`;
    expect((await apis.stranger.get(theirs)).body).toEqual([]);
    expect(await apis.stranger.patch(`${theirs}/${id}`, { archived: true })).toMatchObject({ status: 404 });
  });

  it('starts with neutral menus and accepts only neutral ones', async () => {
    const path = `/collectivites/${here}/menu-types`;
    expect((await apis.parent.get(path)).body.map(({ label }: { label: string }) => label)).toEqual([
      'Standard',
      'Sans porc',
      'Sans viande',
      'Panier PAI',
    ]);
    expect(await apis.agent.post(path, { label: 'Sans gluten' })).toMatchObject({
      status: 201,
      body: { label: 'Sans gluten', position: 4 },
    });
    expect(await apis.agent.post(path, { label: 'sans-gluten' })).toMatchObject({ status: 409 });
    const religious = await apis.agent.post(path, { label: 'Halal' });
    expect(religious).toMatchObject({ status: 422, body: { code: 'MENU_LABEL_NOT_NEUTRAL' } });
    expect(religious.body.detail).toContain('Sans porc');
    expect(await apis.agent.post(path, { label: 'Diabétique' })).toMatchObject({ status: 422 });
    expect(await apis.agent.post(path, { label: 'Bio', broughtByFamily: null })).toMatchObject({ status: 400 });
    expect(await apis.animateur.post(path, { label: 'Bio' })).toMatchObject({ status: 403 });
  });

  it('looks as its administrators decide, in a colour on which one can read', async () => {
    const admin = apis.administrateur;
    const path = `/collectivites/${here}`;
    const look = async () => (await apis.parent.get(`${path}/look`)).body;
    expect(await look()).toEqual({ colour: null, theme: null, logoId: null });
    const pale = await admin.put(`${path}/look/colour`, { colour: '#FFE600' });
    expect(pale).toMatchObject({ status: 422, body: { code: 'COLOUR_NOT_READABLE' } });
    expect(pale.body.errors[0].message).toMatch(/#[0-9a-f]{6}/);
    expect(await admin.put(`${path}/look/colour`, { colour: 'red' })).toMatchObject({ status: 400 });
    expect(await admin.put(`${path}/look/colour`, { colour: '#14652f' })).toMatchObject({ status: 200 });
    expect(await look()).toMatchObject({ colour: '#14652f', theme: { light: { accent: '#14652f' } } });

    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    );
    const send = (name: string, content: Buffer) =>
      admin.uploadBy('PUT', `${path}/logo`, {}, [{ field: 'files', name, type: 'image/png', content }]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(await send('logo.png', svg)).toMatchObject({ status: 422, body: { code: 'LOGO_REFUSED' } });
    const heavy = Buffer.concat([png, Buffer.alloc(500 * 1024)]);
    expect(await send('logo.png', heavy)).toMatchObject({ status: 422, body: { code: 'LOGO_REFUSED' } });
    expect(await apis.parent.get(`${path}/logo`)).toMatchObject({ status: 404 });
    expect(await send('logo.png', png)).toMatchObject({ status: 200 });
    const { logoId } = await look();
    const logo = await apis.parent.get(`${path}/logo`);
    expect([logo.headers['content-type'], logo.bytes]).toEqual(['image/png', png]);
    // The page where one signs in wears it too.
    expect((await service.api.get(`${path}/look`)).body).toEqual(await look());
    expect((await service.api.get(`${path}/logo`)).bytes).toEqual(png);
    expect((await send('logo.png', Buffer.concat([png, Buffer.from('another')]))).body.logoId).not.toBe(logoId);
    expect((await admin.delete(`${path}/logo`)).body).toMatchObject({ colour: '#14652f', logoId: null });
    expect((await admin.put(`${path}/look/colour`, { colour: null })).body.theme).toBeNull();
    expect(await service.api.put(`${path}/look/colour`, { colour: null })).toMatchObject({ status: 401 });
    expect((await service.api.get('/collectivites/999999/look')).body).toMatchObject({ colour: null, logoId: null });
  });
});
