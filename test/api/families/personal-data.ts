import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { withOrdinarySpaces } from '../../../src/kernel/french.js';
import { type RunningService, startService } from '../../support/application.js';
import { type Canteen, openCanteen } from '../../support/canteen.js';

describe('personal data', () => {
  let service: RunningService;
  let canteen: Canteen;
  beforeAll(async () => {
    service = await startService('personal-data', '2026-11-02T08:00:00+01:00');
    canteen = await openCanteen(service);
  });
  afterAll(() => service.stop());

  it('are copied whole for a guardian, and nothing of the other guardian nor of the other foyer of a child', async () => {
    const family = await canteen.family();
    const [childId] = family.childIds as [number];
    const { fixtures, database } = service;
    const { collectiviteId } = canteen;
    const account = await fixtures.account([{ collectiviteId, role: 'parent' }], { email: 'partner@secret.test' });
    const partner = { account_id: account.id, position: 2, email: 'partner@secret.test', phone: '06 99 99 99 99' };
    await fixtures.guardian(collectiviteId, family.id, { ...partner, first_name: 'Partenaire' });
    const other = await canteen.family(0);
    await database.unit(() => database.change("UPDATE families SET name = 'AUTRE-FOYER' WHERE id = ?", [other.id]));
    await database.unit(() => database.change("UPDATE custodies SET weeks = 'EVEN' WHERE child_id = ?", [childId]));
    const custody = { collectivite_id: collectiviteId, child_id: childId, family_id: other.id };
    await fixtures.row('custodies', { ...custody, weeks: 'ODD', from_date: '2020-01-01', to_date: null });
    const demande = { category: 'OTHER', subject: 'À moi <b>🤒</b>', message: 'Bonjour', childIds: [childId] };
    await family.api.post(family.path('demandes'), demande);
    const theirs = await service.api.signedIn(account.email, account.password);
    await theirs.post(family.path('demandes'), { ...demande, subject: 'PRIVÉE', childIds: [] });
    const session = await canteen.session('2026-11-24');
    await family.api.post(family.path('basket/lines'), { sessionId: session, childId });
    await family.api.post(family.path('basket/validations'));
    await service.settle();

    const copy = await family.api.get(family.path('personal-data'));
    expect(copy.status).toBe(200);
    expect(copy.headers['content-disposition']).toContain('mes-donnees.json');
    const held = JSON.parse(copy.bytes.toString()) as Record<string, unknown>;
    expect(held).toMatchObject({
      copiedAt: '2026-11-02T07:00:00Z',
      account: [{ email: family.email }],
      guardian: [{ position: 1 }],
      children: [{ childId, hasPai: false }],
      custodies: [{ childId, weeks: 'EVEN' }],
      demandes: [{ subject: 'À moi <b>🤒</b>', category: 'OTHER' }],
      demandeChildren: [{ childId }],
      messages: [{ fromMairie: false, body: 'Bonjour' }],
      reservations: [{ childId, date: '2026-11-24', prestation: 'Cantine', state: 'RESERVED' }],
      invoices: [],
    });
    const page = await family.api.get(family.path('personal-data/page'));
    expect(page.headers['content-disposition']).toMatch(/^attachment; .*mes-donnees\.html/);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const read = withOrdinarySpaces(page.bytes.toString());
    const [{ firstName }] = held['children'] as [{ firstName: string }];
    for (const said of [
      'Copie faite le lundi 2 novembre 2026 à 8 h 00',
      `enfant : <strong>${firstName}</strong><br>jour : <strong>mardi 24 novembre 2026</strong>`,
      'prestation : <strong>Cantine</strong><br>état : <strong>réservé</strong>',
      'sujet : <strong>À moi &lt;b&gt;🤒&lt;/b&gt;</strong>',
      'semaines : <strong>paires</strong>',
    ])
      expect(read).toContain(said);
    // What is empty is told at the end, in one line, to which the list of parts leads as well.
    expect(read).toMatch(/Rien n’est enregistré dans : .*<span id="invoices">.*<\/span>\.<\/p>\n<\/main>/);
    for (const [, name] of read.matchAll(/href="#(\w+)"/g)) expect(read.split(`id="${name}"`)).toHaveLength(2);
    // Neither a code nor a name of ours, nor anything to fetch.
    expect(read).not.toMatch(
      /(état|catégorie|semaines) : <strong>[A-Z_]+<|[a-z][A-Z][a-z]+ : <strong>|https?:|undefined|null|\[object/,
    );
    for (const text of [copy, page])
      expect(text.bytes.toString()).not.toMatch(/secret|06 99|Partenaire|AUTRE-FOYER|PRIVÉE|password_hash|\$argon/i);
    const traces = await database.read(() =>
      database.rows("SELECT id FROM audit_entries WHERE action = 'personal-data.copied' AND account_id = ?", [
        family.accountId,
      ]),
    );
    expect(traces).toHaveLength(2);
  });

  it('tell no more than who a child is, and what the foyer did for them, once its custody has ended', async () => {
    const family = await canteen.family(2);
    const [gone, kept] = family.childIds as [number, number];
    const { fixtures, database } = service;
    const { collectiviteId } = canteen;
    await family.api.post(family.path('basket/lines'), {
      sessionId: await canteen.session('2026-11-20'),
      childId: gone,
    });
    await family.api.post(family.path('basket/validations'));
    const workshop = await fixtures.prestation(collectiviteId, canteen.siteId, {
      ...{ name: 'ATELIER-AUTRE', name_key: 'atelier-autre' },
    });
    await fixtures.enrolment(collectiviteId, workshop.id, gone, { from_date: '2026-11-02' });
    const over = { from_date: '2026-09-01', to_date: '2026-10-02', days_per_week: 2 };
    await fixtures.enrolment(collectiviteId, workshop.id, kept, over);
    const copied = async () => {
      const { bytes } = await family.api.get(family.path('personal-data'));
      return JSON.parse(bytes.toString()) as Record<string, Record<string, unknown>[]>;
    };
    const endCustody = (day: string) =>
      database.unit(async () => {
        await database.change('UPDATE custodies SET to_date = ? WHERE child_id = ?', [day, gone]);
        await database.change("UPDATE children SET class_name = 'CLASSE-AUTRE', has_pai = 1 WHERE id = ?", [gone]);
      });

    await endCustody('2026-11-02');
    expect(await copied()).toMatchObject({
      children: [{ childId: gone, className: 'CLASSE-AUTRE', hasPai: true }, { childId: kept }],
      formerChildren: [],
      formerEnrolments: [],
    });
    await endCustody('2026-11-01');
    const after = await copied();
    expect(after['children']!.map(({ childId }) => childId)).toEqual([kept]);
    const { firstName, lastName, birthDate } = after['formerChildren']![0]!;
    expect([firstName, lastName, birthDate]).toEqual(Array(3).fill(expect.any(String)));
    expect(after['formerChildren']).toEqual([{ childId: gone, firstName, lastName, birthDate }]);
    expect(after['custodies']).toMatchObject([{ childId: gone, toDate: '2026-11-01' }, { childId: kept }]);
    expect(after['enrolments']).toMatchObject([
      { childId: kept, prestation: 'Cantine' },
      { childId: kept, prestation: 'ATELIER-AUTRE', daysPerWeek: 2 },
    ]);
    expect(after['formerEnrolments']).toEqual([
      { childId: gone, prestation: 'Cantine', fromDate: '2026-09-01', toDate: '2026-11-01' },
    ]);
    expect(after['reservations']).toMatchObject([{ childId: gone, date: '2026-11-20', state: 'RESERVED' }]);
    expect(JSON.stringify(after)).not.toContain('CLASSE-AUTRE');
  });

  it('are copied five times a day at most, for one’s own family', async () => {
    const family = await canteen.family();
    const stranger = await canteen.family();
    expect((await stranger.api.get(family.path('personal-data'))).status).toBe(404);
    const allowance = async () => (await family.api.get(family.path('personal-data/allowance'))).body;
    expect(await allowance()).toEqual({ limit: 5, left: 5, again: null });
    for (const form of ['', '/page']) {
      const head = await family.api.head(family.path(`personal-data${form}`));
      expect([head.status, head.headers['allow']]).toEqual([405, 'GET']);
    }
    expect(await allowance()).toMatchObject({ left: 5 });
    for (const form of ['', '/page', '', '/page', ''])
      expect((await family.api.get(family.path(`personal-data${form}`))).status).toBe(200);
    const again = '2026-11-03T07:00:00Z';
    expect(await allowance()).toEqual({ limit: 5, left: 0, again });
    for (const form of ['', '/page']) {
      const sixth = await family.api.get(family.path(`personal-data${form}`));
      expect(sixth).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
      expect(withOrdinarySpaces(sixth.body.detail)).toBe(
        'Vous avez déjà demandé 5 copies. La prochaine pourra l’être à partir du mardi 3 novembre 2026 à 8 h 00.',
      );
    }
    service.clock.advance({ hours: 25 });
    await family.signIn();
    expect((await family.api.get(family.path('personal-data'))).status).toBe(200);
  });

  it('that cannot be copied whole are refused in words, or cut off: half a copy is never taken for one', async () => {
    const family = await canteen.family();
    const { email, password } = family;
    const { accessToken } = (await service.api.post('/auth/sessions', { email, password })).body;
    const url = `${await service.app.getUrl()}/api/v1${family.path('personal-data')}`;
    const asked = (encoding: string) =>
      fetch(url, { headers: { authorization: `Bearer ${accessToken}`, 'accept-encoding': encoding } });
    const rows = service.database.rows.bind(service.database);
    const failing = jest.spyOn(service.database, 'rows').mockImplementation((sql, parameters) => {
      if (sql.includes('FROM reservations')) throw new Error('the database is gone');
      return rows(sql, parameters);
    });
    for (const encoding of ['gzip', 'identity']) {
      const told: unknown = await asked(encoding)
        .then((answer) => answer.json())
        .catch(() => 'cut off');
      if (told !== 'cut off') expect(told).toMatchObject({ code: 'INTERNAL_ERROR' });
    }
    failing.mockRestore();
    expect(await (await asked('gzip')).json()).toMatchObject({ account: [{ email }] });
  });
});
