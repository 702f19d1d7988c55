import { foldedText } from '../../kernel/folded-text.js';
import type { PrestationKind } from './prestation-kind.js';
import type { RunsOn } from '../../reglement/rules/index.js';
import { weekdaysOf } from './weekdays.js';

/** What a wish is compared with. */
export interface Wishable {
  readonly name: string;
  readonly kind: PrestationKind;
  readonly weekdays: string;
  readonly runsOn: RunsOn;
}

const SMALL_WORDS = new Set(['du', 'de', 'des', 'd', 'le', 'la', 'les', 'l', 'au', 'a']);

const MEANINGS: readonly { readonly words: readonly string[]; readonly fits: (one: Wishable) => boolean }[] = [
  {
    words: ['cantine', 'restaurant scolaire', 'restauration scolaire', 'restauration', 'repas midi', 'midi'],
    fits: ({ kind }) => kind === 'CANTEEN',
  },
  {
    words: ['garderie matin', 'accueil matin', 'periscolaire matin', 'matin'],
    fits: ({ kind }) => kind === 'MORNING_CARE',
  },
  {
    words: ['garderie soir', 'accueil soir', 'periscolaire soir', 'soir'],
    fits: ({ kind }) => kind === 'EVENING_CARE',
  },
  {
    words: ['mercredi', 'mercredis', 'centre loisirs mercredi'],
    fits: (one) => one.kind === 'LEISURE_CENTRE' && one.runsOn !== 'HOLIDAYS' && weekdaysOf(one).includes('WE'),
  },
  {
    words: ['vacances', 'vacances scolaires', 'centre loisirs vacances'],
    fits: (one) => one.kind === 'LEISURE_CENTRE' && one.runsOn !== 'SCHOOL_DAYS',
  },
  { words: ['centre loisirs', 'accueil loisirs', 'alsh'], fits: ({ kind }) => kind === 'LEISURE_CENTRE' },
];

/**
 * The prestations that a wish means, among those open to a child: those of that name, or else those of the kind
 * that its words tell. « Garderie du matin » and « GARDERIE MATIN » are one wish.
 */
export function wishedAmong<Prestation extends Wishable>(
  label: string,
  prestations: readonly Prestation[],
): Prestation[] {
  const wish = meaningfulWords(label);
  const named = prestations.filter(({ name }) => meaningfulWords(name) === wish);
  if (named.length > 0) return named;
  const meaning = MEANINGS.find(({ words }) => words.includes(wish));
  return meaning ? prestations.filter((one) => meaning.fits(one)) : [];
}

function meaningfulWords(text: string): string {
  return foldedText(text)
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word))
    .join(' ');
}
