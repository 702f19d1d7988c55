import type { Temporal } from '../../kernel/civil-time.js';
import { foldedText } from '../../kernel/folded-text.js';

export type SchoolLevel = 'MATERNELLE' | 'ELEMENTAIRE' | 'COLLEGE' | 'LYCEE';

/** What the names of classes begin with, folded. */
const CLASSES: readonly (readonly [SchoolLevel, RegExp])[] = [
  ['MATERNELLE', /\b(tps|ps\d?|ms\d?|gs\d?|petits?|moyens?|grands?|petite|moyenne|grande|maternelle)\b/],
  ['ELEMENTAIRE', /\b(cp\d?|ce[12]\w?|cm[12]\w?|ulis|elementaire|primaire)\b/],
  ['COLLEGE', /\b([3-6] ?e(me)?|sixieme|cinquieme|quatrieme|troisieme|college)\b/],
  ['LYCEE', /\b(2 ?n?de|seconde|1 ?r?e|premiere|terminale|tle|lycee)\b/],
];

/**
 * The level of a child's class on a date. Where its name does not tell, or tells two (« GS-CP »), the year of birth
 * does: école élémentaire begins in the civil year of the sixth birthday (code de l'éducation, article D113-1).
 */
export function schoolLevelOf(
  { className, birthDate }: { readonly className: string | null; readonly birthDate: Temporal.PlainDate },
  date: Temporal.PlainDate,
): SchoolLevel {
  const name = foldedText(className ?? '');
  const named = CLASSES.filter(([, pattern]) => pattern.test(name));
  if (named.length === 1) return named[0]![0];
  const autumn = date.month >= 9 ? date.year : date.year - 1;
  const turns = autumn - birthDate.year;
  if (turns < 6) return 'MATERNELLE';
  if (turns < 11) return 'ELEMENTAIRE';
  return turns < 15 ? 'COLLEGE' : 'LYCEE';
}
