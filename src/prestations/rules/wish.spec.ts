import { describe, expect, it } from '@jest/globals';
import { type Wishable, wishedAmong } from './wish.js';

const prestation = (name: string, kind: Wishable['kind'], more: Partial<Wishable> = {}): Wishable => ({
  name,
  kind,
  weekdays: 'MO,TU,TH,FR',
  runsOn: 'SCHOOL_DAYS',
  ...more,
});

const OFFER = [
  prestation('Restaurant scolaire', 'CANTEEN'),
  prestation('Garderie du matin', 'MORNING_CARE'),
  prestation('Accueil du soir', 'EVENING_CARE'),
  prestation('Centre de loisirs', 'LEISURE_CENTRE', { weekdays: 'WE' }),
  prestation('Stages', 'LEISURE_CENTRE', { weekdays: 'MO,TU,WE,TH,FR', runsOn: 'HOLIDAYS' }),
  prestation('Aide aux devoirs', 'OTHER'),
];

describe('what a wish of the mairie’s export means', () => {
  it.each([
    ['Cantine', ['Restaurant scolaire']],
    ['CANTINE', ['Restaurant scolaire']],
    ['Garderie matin', ['Garderie du matin']],
    ['garderie  du Matin', ['Garderie du matin']],
    ['Garderie soir', ['Accueil du soir']],
    ['Mercredi', ['Centre de loisirs']],
    ['Vacances', ['Stages']],
    ['Centre de loisirs', ['Centre de loisirs']],
    ['ALSH', ['Centre de loisirs', 'Stages']],
    ['Aide aux devoirs', ['Aide aux devoirs']],
    ['Piscine', []],
    ['', []],
  ])('« %s » means %j', (label, names) => expect(wishedAmong(label, OFFER).map(({ name }) => name)).toEqual(names));

  it('prefers the prestation of that very name to others of the kind', () => {
    const offer = [prestation('Cantine', 'CANTEEN'), prestation('Pique-nique', 'CANTEEN')];
    expect(wishedAmong('cantine', offer)).toEqual([offer[0]]);
  });
});
