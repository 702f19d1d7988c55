import { describe, expect, it } from '@jest/globals';
import { contextOf, date } from '../../../../test/support/deadlines.js';
import { serviceDates } from '../service-days.js';
import { parseBookingPolicy } from './parse-policy.js';
import { policyRefusals } from './policy-refusals.js';
import { policyWarnings } from './policy-warnings.js';

const days = (n: number, at: string, more: object = {}) => ({ type: 'DAYS_BEFORE', n, unit: 'OUVRE', at, ...more });
const EVE = days(1, '09:00');
const ORDER = days(0, '09:00');
const MONDAYS = { type: 'BATCH', perWeekday: { MO: EVE } };
const context = contextOf({ closed: [] });
const dates = serviceDates({ from: date('2026-12-01'), to: date('2026-12-18') }, context);
const service = { dates, startsAt: '11:45', endsAt: null, context, weekdays: ['MO', 'TU'] as const };

function policyOf(json: unknown) {
  const parsed = parseBookingPolicy(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.policy;
}

describe('what a règlement cannot mean', () => {
  it.each<[what: string, policy: object, fields: string[]]>([
    ['nothing', { add: EVE, cancel: EVE, order: ORDER }, []],
    [
      'a weekday without a limit, named as it was written',
      { add: MONDAYS, cancel: { deadline: MONDAYS } },
      ['policy.add.perWeekday.TU', 'policy.cancel.deadline.perWeekday.TU'],
    ],
    [
      'a public without a limit on a weekday, and one after the order',
      {
        add: EVE,
        cancel: EVE,
        order: ORDER,
        publics: [
          { applies: { resident: false }, add: MONDAYS, cancel: { deadline: days(0, '10:00') } },
          { applies: { resident: true }, add: days(1, '08:00', { opensAt: days(30, '09:00') }) },
        ],
      },
      ['policy.publics[0].add.perWeekday.TU', 'policy.publics[0].cancel.deadline'],
    ],
    [
      'hours before the start of a service that has none',
      {
        add: { ...EVE, at: 'SERVICE_START' },
        cancel: { deadline: { type: 'MIN_OF', of: [EVE, days(2, 'SERVICE_START')] } },
      },
      ['policy.add.at', 'policy.cancel.deadline.of[1].at'],
    ],
    ['a limit after the order', { add: days(0, '10:00'), cancel: EVE, order: ORDER }, ['policy.add']],
    [
      'an effect after the order',
      {
        add: { deadline: EVE, afterDeadline: [{ type: 'SURCHARGE', pct: 50, until: days(0, '11:00') }] },
        cancel: EVE,
        order: ORDER,
      },
      ['policy.add.afterDeadline[0].until'],
    ],
    ['an opening after the closing', { add: days(1, '08:00', { opensAt: EVE }), cancel: EVE }, ['policy.add.opensAt']],
    [
      'an opening of anything but booking, which nothing would heed',
      {
        add: { type: 'MIN_OF', of: [EVE, days(2, '09:00')], opensAt: days(30, '09:00') },
        cancel: { type: 'BATCH', perWeekday: { MO: days(1, '09:00', { opensAt: days(9, '09:00') }), TU: EVE } },
        modify: { deadline: days(1, '08:00', { opensAt: days(9, '09:00') }) },
        waivers: [
          { kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'OTHER', add: days(1, '10:00', { opensAt: EVE }) },
        ],
      },
      ['policy.cancel.perWeekday.MO.opensAt', 'policy.modify.deadline.opensAt', 'policy.waivers[0].add.opensAt'],
    ],
    [
      'a waiver after the order, but an absence may be told later',
      {
        add: EVE,
        cancel: EVE,
        order: ORDER,
        absence: { declareBefore: days(0, '10:00') },
        waivers: [
          { kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER', cancel: days(0, '10:00') },
        ],
      },
      ['policy.waivers[0].cancel'],
    ],
  ])('%s', (_, json, fields) => {
    expect(policyRefusals(policyOf(json), json, 'policy', service).map(({ field }) => field)).toEqual(fields);
  });
});

describe('what is odd about a règlement', () => {
  const NEVER = 'n’arrive jamais : il prend fin avant le délai, ou un effet placé avant lui s’applique toujours.';
  it.each<[what: string, policy: object, warnings: string[]]>([
    ['nothing', { add: EVE, cancel: EVE }, []],
    [
      'cancelled long before it is booked',
      { add: EVE, cancel: days(10, '09:00') },
      [
        'On ne peut plus annuler bien avant de ne plus pouvoir réserver : plus de 7 jours plus tôt pour le mardi 1er décembre 2026. Qui réserve tard ne pourra pas changer d’avis.',
      ],
    ],
    [
      'an effect that ends before the deadline',
      {
        add: { deadline: EVE, afterDeadline: [{ type: 'SURCHARGE', abs: 100, until: days(2, '09:00') }] },
        cancel: EVE,
      },
      [`L’effet n° 1 (SURCHARGE) ${NEVER}`],
    ],
    [
      'an effect behind another',
      { add: EVE, cancel: { deadline: EVE, afterDeadline: [{ type: 'CREDIT' }, { type: 'BILL_FULL' }] }, order: ORDER },
      [`L’effet n° 2 (BILL_FULL) ${NEVER}`],
    ],
    [
      'but not behind one that counts',
      {
        add: {
          deadline: EVE,
          afterDeadline: [
            { type: 'SURCHARGE', abs: 100, counter: { per: 'CHILD', period: 'MONTH', upTo: 2 } },
            { type: 'REQUEST_TO_AGENT' },
          ],
        },
        cancel: EVE,
        order: ORDER,
      },
      [],
    ],
    [
      'no order',
      { add: { deadline: EVE, afterDeadline: [{ type: 'SURCHARGE', abs: 100 }] }, cancel: EVE },
      [
        'Sans heure de commande (« order »), des demandes tardives sont acceptées jusqu’au début du service : la liste de la cuisine ne part qu’alors.',
      ],
    ],
    [
      'each deadline is looked at',
      { add: EVE, cancel: EVE, diet: days(0, '12:00') },
      [
        'Le délai de changement de menu se termine après le début du service (11 h 45), chaque jour : vérifiez que c’est voulu.',
      ],
    ],
  ])('%s', (_, json, warnings) => {
    expect(policyWarnings(policyOf(json), service).map((warning) => warning.replaceAll('\u00a0', ' '))).toEqual(
      warnings,
    );
  });
});
