import { LetterRunRow } from './data/letter-run.entity.js';
import { ReminderItemRow } from './data/reminder-item.entity.js';
import { ReminderSettingsRow } from './data/reminder-settings.entity.js';
import { ReminderRow } from './data/reminder.entity.js';

export { RemindersModule } from './reminders.module.js';
export { DueForTransfer, type TransferProposal } from './actions/due-for-transfer.js';
export { SendReminders } from './actions/send-reminders.js';

export const remindersEntities = [ReminderRow, ReminderItemRow, ReminderSettingsRow, LetterRunRow];
