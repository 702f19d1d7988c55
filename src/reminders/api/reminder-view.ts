import type { LetterRunRow } from '../data/letter-run.entity.js';
import type { ReminderPages } from '../data/reminder-book.js';
import type { LetterRunDto, ReminderDto } from './reminders.dto.js';

export function reminderView({ reminder, items }: ReminderPages): ReminderDto {
  const { id, familyId, step, channel, madeOn, letterDoneOn, totalCents } = reminder;
  return {
    reminderId: id,
    familyId,
    step,
    channel,
    on: madeOn,
    letterDoneOn,
    totalCents,
    invoices: items.map(({ invoiceId, number, dueOn, openCents, step: own }) => {
      return { invoiceId, number, dueOn, openCents, step: own };
    }),
  };
}

export function letterRunView({ id, madeOn, letters }: LetterRunRow): LetterRunDto {
  return { letterRunId: id, on: madeOn, letters };
}
