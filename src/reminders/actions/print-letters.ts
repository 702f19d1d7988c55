import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { FindCollectivite } from '../../collectivites/index.js';
import { type FamilyCard, FindFamilies } from '../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LetterRunRow } from '../data/letter-run.entity.js';
import type { ReminderSettings } from '../data/reminder-settings.entity.js';
import { ReminderRow } from '../data/reminder.entity.js';
import { remindersProblems } from '../problems.js';
import type { Letter } from '../rules/letter.js';
import type { LateInvoice } from '../rules/steps.js';
import { LoadLate } from './load-late.js';
import { ReminderSettingsOf, rulesOf } from './reminder-settings.js';
import { daysBeforeTransfer } from './reminder-words.js';

/** Gathers the letters that wait into one printing, with what is late today; those that are settled are left out. */
@Injectable()
export class PrintLetters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly settingsOf: ReminderSettingsOf,
    private readonly loadLate: LoadLate,
  ) {}

  /** Answers the id of the printing. Throws NO_LETTER_WAITING; nothing is printed twice, whoever asks at once. */
  async run(collectiviteId: number, accountId: number): Promise<number> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const settings = await this.settingsOf.read(collectiviteId);
    const now = this.clock.now();
    const today = dateIn(timeZone, now);
    const runId = await this.database.unit(async () => {
      const waiting = await this.hold(collectiviteId);
      const late = await this.lateOf(collectiviteId, waiting);
      // A letter says all that is late: where several wait for a family, the last is enough.
      const lastOf = new Map(waiting.map((letter) => [letter.familyId, letter]));
      const kept = [...lastOf.values()].filter(({ familyId }) => late.get(familyId)!.some(isLate(today)));
      for (const { id } of waiting.filter((letter) => !kept.includes(letter))) await this.leaveOut(id, today);
      if (kept.length === 0) return null;
      const newRun = { collectiviteId, madeOn: today, madeAt: now, madeBy: accountId, letters: kept.length };
      const run = await this.database.insert(LetterRunRow, { ...newRun, pdfFileId: null });
      const families = await this.findFamilies.run(
        collectiviteId,
        kept.map(({ familyId }) => familyId),
      );
      for (const reminder of kept) {
        const letter = photograph(
          reminder,
          families.get(reminder.familyId)!,
          late.get(reminder.familyId)!,
          settings,
          today,
        );
        await this.database.change(
          'UPDATE reminders SET letter_run_id = ?, letter = ?, letter_done_on = ? WHERE id = ?',
          [run, JSON.stringify(letter), today.toString(), reminder.id],
        );
      }
      return run;
    });
    if (runId === null) throw remindersProblems.NO_LETTER_WAITING('Aucune lettre de relance n’attend d’être imprimée.');
    return runId;
  }

  /** The letters that wait, by family, held until the unit ends. */
  private async hold(collectiviteId: number): Promise<ReminderRow[]> {
    await this.database.rows(
      `SELECT id FROM reminders WHERE collectivite_id = ? AND channel = 'LETTER' AND letter_done_on IS NULL
       ORDER BY id${this.database.dialect.forUpdate}`,
      [collectiviteId],
    );
    return this.database.repository(ReminderRow).find({
      where: { collectiviteId, channel: 'LETTER', letterDoneOn: IsNull() },
      order: { familyId: 'ASC', id: 'ASC' },
    });
  }

  private async lateOf(collectiviteId: number, waiting: readonly ReminderRow[]): Promise<Map<number, LateInvoice[]>> {
    const late = new Map<number, LateInvoice[]>();
    for (const familyId of new Set(waiting.map((letter) => letter.familyId))) {
      late.set(familyId, await this.loadLate.ofFamily(collectiviteId, familyId));
    }
    return late;
  }

  private leaveOut(reminderId: number, today: Temporal.PlainDate): Promise<number> {
    return this.database.change('UPDATE reminders SET letter_done_on = ? WHERE id = ?', [today.toString(), reminderId]);
  }
}

function isLate(today: Temporal.PlainDate): (invoice: LateInvoice) => boolean {
  return ({ dueOn, openCents }) => isBefore(dueOn, today) && openCents > 0;
}

function photograph(
  { id, familyId, step }: ReminderRow,
  family: FamilyCard,
  late: readonly LateInvoice[],
  settings: ReminderSettings,
  today: Temporal.PlainDate,
): Letter {
  const invoices = late.filter(isLate(today));
  const adults = family.guardians.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  return {
    on: today.toString(),
    reminderId: id,
    familyId,
    recipient: [...(adults.length > 0 ? adults : [`Famille ${family.name}`]), ...family.addressLines],
    invoices: invoices.map(({ number, dueOn, openCents }) => ({ number, dueOn: dueOn.toString(), openCents })),
    totalCents: sumCents(invoices.map(({ openCents }) => openCents)),
    transferAfterDays: daysBeforeTransfer(rulesOf(settings), step),
    helpContact: settings.helpContact,
  };
}
