import { hash } from '@node-rs/argon2';
import type { Clock } from '../../src/platform/clock/clock.js';
import type { Database } from '../../src/platform/database/database.js';
import { onServer } from './test-database.js';
import type { Role } from '../../src/identity/index.js';

type Row = Record<string, string | number | null>;

export const PASSWORD = 'cerise-tracteur-nuage-42';
/** Weak parameters on purpose: the tests sign in hundreds of times. */
const passwordHash = hash(PASSWORD, { memoryCost: 64, timeCost: 1 });

let serial = 0;

/** Rows that a test takes for granted. What a test is about goes through the API, not through here. */
export class Fixtures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Inserts a row into any table and answers its id. */
  async row(table: string, columns: Row): Promise<number> {
    const names = Object.keys(columns);
    return this.database.unit(async () => {
      await this.database.change(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        Object.values(columns),
      );
      const [last] = await this.database.rows<{ id: number }>(
        `SELECT ${onServer ? 'LAST_INSERT_ID()' : 'last_insert_rowid()'} AS id`,
      );
      return Number(last!.id);
    });
  }

  collectivite(columns: Row = {}): Promise<number> {
    return this.row('collectivites', {
      name: `Mairie de Test ${++serial}`,
      address_line1: '1 place de la Mairie',
      postal_code: '34120',
      city: 'Test-sur-Orle',
      phone: '04 67 00 00 00',
      email: 'periscolaire@test.example',
      time_zone: 'Europe/Paris',
      school_zone: 'A',
      holidays_of: 'metropole',
      school_weekdays: 'MO,TU,TH,FR',
      kitchen_email: 'cuisine@test.example',
      payment_days: 30,
      issue_threshold_cents: 0,
      offer_hours: 24,
      hold_minutes: 20,
      created_at: this.now,
      ...columns,
    });
  }

  async account(
    roles: { collectiviteId: number; role: Role }[],
    columns: Row = {},
  ): Promise<{ id: number; email: string; password: string }> {
    const email = `personne${++serial}@example.org`;
    const id = await this.row('accounts', {
      email,
      first_name: 'Camille',
      last_name: 'Durand',
      password_hash: await passwordHash,
      password_changed_at: this.now,
      created_at: this.now,
      ...columns,
    });
    for (const { collectiviteId, role } of roles) {
      await this.row('memberships', { collectivite_id: collectiviteId, account_id: id, role, granted_at: this.now });
    }
    return { id, email: String(columns['email'] ?? email), password: PASSWORD };
  }

  site(collectiviteId: number, columns: Row = {}): Promise<number> {
    const name = `École ${++serial}`;
    return this.row('sites', {
      collectivite_id: collectiviteId,
      name,
      name_key: name.toLowerCase(),
      kind: 'SCHOOL',
      archived: 0,
      ...columns,
    });
  }

  menuType(collectiviteId: number, label = 'Standard'): Promise<number> {
    return this.row('menu_types', {
      collectivite_id: collectiviteId,
      label,
      label_key: label.toLowerCase(),
      brought_by_family: 0,
      position: 0,
    });
  }

  family(collectiviteId: number, columns: Row = {}): Promise<number> {
    return this.row('families', {
      collectivite_id: collectiviteId,
      name: 'DURAND',
      name_key: String(columns['name'] ?? 'DURAND').toLowerCase(),
      address_line1: '12 rue des Lilas',
      postal_code: '34120',
      city: 'Test-sur-Orle',
      created_at: this.now,
      ...columns,
    });
  }

  /** A guardian, tied to an account when one is given. */
  guardian(collectiviteId: number, familyId: number, columns: Row = {}): Promise<number> {
    return this.row('guardians', {
      collectivite_id: collectiviteId,
      family_id: familyId,
      position: 1,
      civility: 'MADAME',
      last_name: 'DURAND',
      first_name: 'Camille',
      email: null,
      phone: null,
      account_id: null,
      ...columns,
    });
  }

  /** A child who lives with one family all weeks. */
  async child(collectiviteId: number, familyId: number, columns: Row = {}): Promise<number> {
    const { menu_type_id, ...rest } = columns;
    const menu = menu_type_id ?? (await this.anyMenuType(collectiviteId));
    const id = await this.row('children', {
      collectivite_id: collectiviteId,
      last_name: 'DURAND',
      first_name: `Enfant${++serial}`,
      birth_date: '2018-04-12',
      identity_key: `enfant ${serial}`,
      sex: 'F',
      site_id: null,
      class_name: 'CE2',
      menu_type_id: menu,
      has_pai: 0,
      ...rest,
    });
    await this.row('custodies', {
      collectivite_id: collectiviteId,
      child_id: id,
      family_id: familyId,
      weeks: 'ALL',
      from_date: '2020-01-01',
      to_date: null,
    });
    return id;
  }

  /** A prestation with a policy (two days before, 9 h, both ways) and one price for all. */
  async prestation(
    collectiviteId: number,
    siteId: number,
    columns: Row = {},
  ): Promise<{ id: number; policyId: number; tariffId: number }> {
    const name = `Cantine ${++serial}`;
    const id = await this.row('prestations', {
      collectivite_id: collectiviteId,
      site_id: siteId,
      name,
      name_key: name.toLowerCase(),
      kind: 'CANTEEN',
      weekdays: 'MO,TU,TH,FR',
      runs_on: 'SCHOOL_DAYS',
      places: 100,
      payment_mode: 'C',
      orders_meals: 1,
      budget_nature: '7067',
      budget_function: '281',
      cesu_accepted: 0,
      open_to_all_sites: 0,
      archived: 0,
      created_at: this.now,
      ...columns,
    });
    const deadline = { type: 'DAYS_BEFORE', n: 2, unit: 'CALENDAR', at: '09:00' };
    const policyId = await this.row('booking_policies', {
      collectivite_id: collectiviteId,
      prestation_id: id,
      from_date: '2026-09-01',
      to_date: null,
      policy: JSON.stringify({ add: { deadline }, cancel: { deadline } }),
      created_at: this.now,
    });
    const grid = JSON.stringify({
      rows: [
        {
          label: 'Tarif unique',
          quotientMin: 0,
          quotientMax: null,
          unitCents: 350,
          unplannedCents: 500,
          unjustifiedAbsenceCents: 350,
        },
      ],
      missingQuotientRow: 0,
    });
    const tariffId = await this.row('tariffs', {
      collectivite_id: collectiviteId,
      prestation_id: id,
      from_date: '2026-09-01',
      to_date: null,
      grid,
      created_at: this.now,
    });
    return { id, policyId, tariffId };
  }

  enrolment(collectiviteId: number, prestationId: number, childId: number, columns: Row = {}): Promise<number> {
    return this.row('enrolments', {
      collectivite_id: collectiviteId,
      prestation_id: prestationId,
      child_id: childId,
      from_date: '2026-09-01',
      to_date: null,
      created_at: this.now,
      ...columns,
    });
  }

  /** A session; its windows close at the given instants (ISO). */
  session(
    collectiviteId: number,
    prestation: { id: number; policyId: number },
    date: string,
    closesAt: string,
    columns: Row = {},
  ): Promise<number> {
    const closes = Date.parse(closesAt);
    return this.row('sessions', {
      collectivite_id: collectiviteId,
      prestation_id: prestation.id,
      booking_policy_id: prestation.policyId,
      date,
      places: 100,
      taken: 0,
      revision: 0,
      frozen_at: null,
      called_off_at: null,
      ...windowsOf({ add_closes_at: closes, cancel_closes_at: closes, ...columns }),
    });
  }

  private async anyMenuType(collectiviteId: number): Promise<number> {
    const [menu] = await this.database.read(() =>
      this.database.rows<{ id: number }>('SELECT id FROM menu_types WHERE collectivite_id = ? ORDER BY id LIMIT 1', [
        collectiviteId,
      ]),
    );
    return menu?.id ?? this.menuType(collectiviteId);
  }

  private get now(): number {
    return this.clock.now().epochMilliseconds;
  }
}

/** What a policy that says nothing more makes of its two closing instants. */
function windowsOf<Columns extends Row & { add_closes_at: number; cancel_closes_at: number }>(columns: Columns): Row {
  const { add_closes_at: add, cancel_closes_at: cancel } = columns;
  return {
    add_ends_at: add,
    cancel_ends_at: cancel,
    modify_closes_at: Math.min(add, cancel),
    diet_closes_at: add,
    orders_at: Math.max(add, cancel),
    ...columns,
  };
}
