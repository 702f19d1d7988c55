import { describe, expect, it } from '@jest/globals';
import type { Absence } from '../absences/queries';
import type { Planning, PublishedMenu } from '../reservations/queries';
import { childrenOn, dayInWords, mainDishesOn, nextDeadline } from './coming-days';

const now = Date.parse('2026-11-26T08:00:00Z');
const cell = (date: string, state: string, more: object = {}) => ({ date, state, cancellable: false, ...more });
/** The prestations are 1, 2… in their order. */
const planning = (rows: readonly [string, object[]][]) =>
  ({
    children: [
      {
        childId: 1,
        firstName: 'Clara',
        rows: rows.map(([prestationName, cells], index) => ({ prestationId: index + 1, prestationName, cells })),
      },
    ],
  }) as unknown as Planning;
const absence = (prestationIds: readonly number[], more: object = {}) =>
  ({
    childId: 1,
    state: 'WAITING',
    days: prestationIds.map((prestationId) => ({ date: '2026-11-26', prestationId })),
    ...more,
  }) as unknown as Absence;

describe('what a child does on a day', () => {
  it('is what is reserved, and nothing else', () => {
    const days = planning([
      ['Cantine', [cell('2026-11-26', 'RESERVED')]],
      ['Garderie du soir', [cell('2026-11-26', 'IN_BASKET')]],
    ]);
    expect(childrenOn('2026-11-26', days, [])).toEqual([
      { childId: 1, firstName: 'Clara', prestations: ['Cantine'], absentFrom: [] },
    ]);
    expect(childrenOn('2026-11-27', days, [])[0]!.prestations).toEqual([]);
  });

  const both = planning([
    ['Cantine', [cell('2026-11-26', 'RESERVED'), cell('2026-11-27', 'RESERVED')]],
    ['Garderie du soir', [cell('2026-11-26', 'RESERVED')]],
  ]);
  it.each([
    ['all that is reserved', '2026-11-26', [], 'Cantine, Garderie du soir'],
    ['nothing of what an absence is declared for', '2026-11-26', [absence([1, 2])], 'absence déclarée'],
    ['the rest', '2026-11-26', [absence([2])], 'Cantine (absence déclarée : Garderie du soir)'],
    [
      'all again once it is withdrawn',
      '2026-11-26',
      [absence([1], { state: 'WITHDRAWN' })],
      'Cantine, Garderie du soir',
    ],
    [
      'all, where the absence is of another child',
      '2026-11-26',
      [absence([1], { childId: 2 })],
      'Cantine, Garderie du soir',
    ],
    ['all, where it is of another day', '2026-11-27', [absence([1, 2])], 'Cantine'],
    ['nothing, where nothing is reserved', '2026-11-28', [], 'rien de réservé'],
  ])('is %s', (_case, date, absences, expected) => {
    expect(dayInWords(childrenOn(date, both, absences)[0]!)).toBe(expected);
  });

  it.each([
    ['whose day it is now', cell('2026-11-26', 'RESERVED', { elsewhere: true }), 'Cantine (jour de l’autre foyer)'],
    ['who reserved it', cell('2026-11-26', 'TAKEN_BY_OTHER'), 'Cantine (réservé par l’autre foyer)'],
    ['nothing of a day that is the other foyer’s', cell('2026-11-26', 'NOT_YOURS'), 'rien de réservé'],
  ])('says after an exchange of days %s', (_case, exchanged, expected) => {
    const days = planning([['Cantine', [exchanged]]]);
    expect(dayInWords(childrenOn('2026-11-26', days, [])[0]!)).toBe(expected);
  });
});

describe('the main dishes of a day', () => {
  const menu = (prestationId: number, date: string, ...dishes: [string, string][]) =>
    ({ prestationId, date, dishes: dishes.map(([course, name]) => ({ course, name })) }) as unknown as PublishedMenu;
  const reserved = (...ids: number[]) =>
    ({
      children: ids.map((prestationId) => ({
        childId: 1,
        rows: [{ prestationId, cells: [cell('2026-11-26', 'RESERVED')] }],
      })),
    }) as unknown as Planning;
  it.each([
    ['of what is reserved', [menu(1, '2026-11-26', ['STARTER', 'Céleri'], ['MAIN', 'Riz'])], ['Riz']],
    [
      'once, where both schools serve it',
      [menu(1, '2026-11-26', ['MAIN', 'Riz']), menu(2, '2026-11-26', ['MAIN', 'Riz'])],
      ['Riz'],
    ],
    ['of that day', [menu(1, '2026-11-27', ['MAIN', 'Riz'])], []],
    ['not of what is not reserved', [menu(3, '2026-11-26', ['MAIN', 'Riz'])], []],
  ])('are those %s', (_case, menus, expected) => {
    expect(mainDishesOn('2026-11-26', reserved(1, 2), menus, [])).toEqual(expected);
  });

  it('are told of a place that the other foyer reserved: the child eats there', () => {
    const days = planning([['Cantine', [cell('2026-11-26', 'TAKEN_BY_OTHER')]]]);
    expect(mainDishesOn('2026-11-26', days, [menu(1, '2026-11-26', ['MAIN', 'Riz'])], [])).toEqual(['Riz']);
  });

  it('are not those of a meal from which the only child is absent', () => {
    const menus = [menu(1, '2026-11-26', ['MAIN', 'Riz'])];
    expect(mainDishesOn('2026-11-26', reserved(1), menus, [absence([1])])).toEqual([]);
  });
});

describe('the next deadline', () => {
  const at = (hour: number) => `2026-11-26T${String(hour).padStart(2, '0')}:00:00Z`;
  it.each([
    ['nothing is open', [cell('2026-11-26', 'CLOSED', { bookableUntil: at(7) })], null],
    ['what is past does not count', [cell('2026-11-27', 'BOOKABLE', { bookableUntil: at(8) })], null],
    [
      'a free day, until it can no more be booked',
      [cell('2026-11-27', 'BOOKABLE', { bookableUntil: at(9), cancelClosesAt: at(10) })],
      { date: '2026-11-27', closesAt: at(9), act: 'réserver', prestations: ['Cantine'] },
    ],
    [
      'a reserved day, until it can no more be cancelled',
      [cell('2026-11-27', 'RESERVED', { bookableUntil: at(9), cancelClosesAt: at(10), cancellable: true })],
      { date: '2026-11-27', closesAt: at(10), act: 'annuler', prestations: ['Cantine'] },
    ],
    [
      'not a reserved day that cannot be cancelled any more',
      [cell('2026-11-27', 'RESERVED', { cancelClosesAt: at(10) })],
      null,
    ],
  ])('%s', (_case, cells, expected) => {
    expect(nextDeadline(planning([['Cantine', cells]]), now)).toEqual(expected);
  });

  it('names all that closes at the same instant for the same day', () => {
    const free = cell('2026-11-27', 'BOOKABLE', { bookableUntil: at(9) });
    const later = cell('2026-11-28', 'BOOKABLE', { bookableUntil: at(9) });
    expect(
      nextDeadline(
        planning([
          ['Cantine', [free, later]],
          ['Garderie du soir', [free]],
        ]),
        now,
      )!.prestations,
    ).toEqual(['Cantine', 'Garderie du soir']);
  });
});
