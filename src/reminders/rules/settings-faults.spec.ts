import { expect, it } from '@jest/globals';
import { settingsFaults } from './settings-faults.js';
import type { ReminderRules } from './steps.js';

it.each<[string, ReminderRules['after'], string[]]>([
  ['all steps', { FIRST_MAIL: 7, SECOND_MAIL: 21, LETTER: 35, TRANSFER: 60 }, []],
  ['no reminder at all', {}, []],
  ['a letter alone', { LETTER: 30 }, []],
  ['two mails four days apart', { FIRST_MAIL: 7, SECOND_MAIL: 11 }, ['secondMailDays']],
  ['a letter before the first mail', { FIRST_MAIL: 30, LETTER: 7 }, ['letterDays']],
  ['two steps too early', { FIRST_MAIL: 7, LETTER: 8, TRANSFER: 9 }, ['letterDays', 'transferDays']],
  ['the Trésorerie without a word', { TRANSFER: 60 }, ['transferDays']],
])('%s', (_, after, fields) => {
  expect(settingsFaults({ after }).map(({ field }) => field)).toEqual(fields);
});
