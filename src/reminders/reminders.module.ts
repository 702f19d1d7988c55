import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { InstalmentsModule } from '../instalments/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PaymentsModule } from '../payments/index.js';
import { DueForTransfer } from './actions/due-for-transfer.js';
import { FindReminders } from './actions/find-reminders.js';
import { LoadLate } from './actions/load-late.js';
import { PrintLetters } from './actions/print-letters.js';
import { ReminderSettingsOf } from './actions/reminder-settings.js';
import { SendReminders } from './actions/send-reminders.js';
import { StoreLetters } from './actions/store-letters.js';
import { FamilyRemindersController } from './api/family-reminders.controller.js';
import { RemindersController } from './api/reminders.controller.js';
import { ReminderBook } from './data/reminder-book.js';
import { SendRemindersTask } from './tasks/send-reminders.task.js';

const OFFERED = [DueForTransfer, SendReminders];

@Module({
  imports: [CollectivitesModule, FamiliesModule, InstalmentsModule, LedgerModule, PaymentsModule],
  controllers: [RemindersController, FamilyRemindersController],
  providers: [
    ...OFFERED,
    FindReminders,
    LoadLate,
    PrintLetters,
    ReminderBook,
    ReminderSettingsOf,
    SendRemindersTask,
    StoreLetters,
  ],
  exports: OFFERED,
})
export class RemindersModule {}
