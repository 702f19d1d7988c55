import { counted } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import type { ReminderRules, Step } from './steps.js';

const FIELDS: readonly (readonly [Step, string])[] = [
  ['FIRST_MAIL', 'firstMailDays'],
  ['SECOND_MAIL', 'secondMailDays'],
  ['LETTER', 'letterDays'],
  ['TRANSFER', 'transferDays'],
];

/** Least days between two steps: a family needs time to act. */
const LEAST_GAP = 5;

/** Each step comes at least five days after the one before it, and the Trésorerie after a letter or a mail. */
export function settingsFaults({ after }: Pick<ReminderRules, 'after'>): FieldError[] {
  const taken = FIELDS.filter(([step]) => after[step] !== undefined);
  const faults = taken.slice(1).flatMap(([step, field], index): FieldError[] => {
    const [before] = taken[index]!;
    if (after[step]! >= after[before]! + LEAST_GAP) return [];
    return [{ field, message: `Au moins ${counted(LEAST_GAP, 'jour', 'jours')} après l’étape précédente.` }];
  });
  if (taken.length === 1 && taken[0]![0] === 'TRANSFER') {
    faults.push({ field: 'transferDays', message: 'Au moins un message ou une lettre avant la Trésorerie.' });
  }
  return faults;
}
