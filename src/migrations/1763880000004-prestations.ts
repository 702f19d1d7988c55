import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  belongsTo,
  createTable,
  day,
  flag,
  id,
  int,
  longText,
  moment,
  nullable,
  oneOf,
  refersTo,
  text,
} from '../platform/database/schema.js';

/** What is offered: prestations, their dated règlement and tariff, enrolments, sessions. */
export class Prestations1763880000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'prestations',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        site_id: belongsTo('sites'),
        /** « Cantine »: what families read; with the site it is unique. */
        name: text(60),
        name_key: text(60),
        kind: oneOf('CANTEEN', 'MORNING_CARE', 'EVENING_CARE', 'LEISURE_CENTRE', 'OTHER'),
        /** `MO,TU,TH,FR`. */
        weekdays: text(20),
        runs_on: oneOf('SCHOOL_DAYS', 'HOLIDAYS', 'BOTH'),
        starts_at: nullable(text(5)),
        ends_at: nullable(text(5)),
        places: int('$ >= 0'),
        /** R: paid at booking; C: at consumption. */
        payment_mode: oneOf('R', 'C'),
        /** Meals are ordered for it: its headcount goes to the kitchen by menu type. */
        orders_meals: flag(),
        kitchen_email: nullable(text(254)),
        /** Imputation M57. */
        budget_nature: text(10),
        budget_function: nullable(text(10)),
        cesu_accepted: flag(),
        /** Children of any school may be enrolled, not only those of the site (centre de loisirs). */
        open_to_all_sites: flag(),
        archived: flag(),
        created_at: moment(),
      },
      { unique: [['collectivite_id', 'site_id', 'name_key']] },
    );
    await createTable(
      runner,
      'booking_policies',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        from_date: day(),
        to_date: nullable(day()),
        add_deadline: longText(),
        cancel_deadline: longText(),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      { unique: [['prestation_id', 'from_date']], checks: ['to_date IS NULL OR from_date <= to_date'] },
    );
    await createTable(
      runner,
      'tariffs',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        from_date: day(),
        to_date: nullable(day()),
        /** The grid as the rules read it: rows by QF with the three prices, and the row of an unknown QF. */
        grid: longText(),
        created_by: nullable(refersTo('accounts')),
        created_at: moment(),
      },
      { unique: [['prestation_id', 'from_date']], checks: ['to_date IS NULL OR from_date <= to_date'] },
    );
    await createTable(
      runner,
      'enrolments',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        child_id: belongsTo('children'),
        from_date: day(),
        to_date: nullable(day()),
        created_at: moment(),
      },
      {
        unique: [['child_id', 'prestation_id', 'from_date']],
        index: [['prestation_id']],
        checks: ['to_date IS NULL OR from_date <= to_date'],
      },
    );
    await createTable(
      runner,
      'sessions',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        prestation_id: belongsTo('prestations'),
        booking_policy_id: belongsTo('booking_policies'),
        date: day(),
        places: int('$ >= 0'),
        taken: int('$ >= 0'),
        /** First refused instants, computed when the session is planned. */
        add_closes_at: moment(),
        cancel_closes_at: moment(),
        /** When both windows are over and the headcount was frozen; the truth stays in the instants above. */
        frozen_at: nullable(moment()),
        /** Called off by the mairie (closure, strike): nothing is billed. */
        called_off_at: nullable(moment()),
        called_off_reason: nullable(text(120)),
      },
      {
        unique: [['prestation_id', 'date']],
        index: [
          ['collectivite_id', 'date'],
          ['frozen_at', 'cancel_closes_at'],
        ],
        checks: ['taken <= places'],
      },
    );
    await createTable(
      runner,
      'service_wishes',
      {
        id: id(),
        collectivite_id: refersTo('collectivites'),
        child_id: belongsTo('children'),
        label: text(60),
        label_key: text(60),
        created_at: moment(),
      },
      { unique: [['child_id', 'label_key']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup to go back');
  }
}
