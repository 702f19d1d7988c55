import { Injectable } from '@nestjs/common';
import { type CollectiviteRow, FindCollectivite } from '../../collectivites/index.js';
import { type FamilyCard, FindFamilies, mailAddressesOf } from '../../families/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { sumCents } from '../../kernel/money.js';
import { ChartOfAccounts } from '../../ledger/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import { Database } from '../../platform/database/database.js';
import { MailQueue } from '../../platform/mail/mail-queue.js';
import { eachInTurn } from '../../platform/tasks/each-in-turn.js';
import { ReminderItemRow } from '../data/reminder-item.entity.js';
import type { ReminderSettings } from '../data/reminder-settings.entity.js';
import { type Channel, ReminderRow } from '../data/reminder.entity.js';
import { type FamilyReminder, type LateInvoice, mayWriteAt, type Step, whatIsDue } from '../rules/steps.js';
import { LoadLate } from './load-late.js';
import { reminderMail } from './reminder-mail.js';
import { ReminderSettingsOf, rulesOf } from './reminder-settings.js';

/**
 * Takes the steps whose day has come, each once for an invoice, one message for a family. A family's account is held
 * while it is judged and written to: what is paid, or agreed, a moment before is not asked for.
 */
@Injectable()
export class SendReminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly accounts: ChartOfAccounts,
    private readonly settingsOf: ReminderSettingsOf,
    private readonly loadLate: LoadLate,
    private readonly mails: MailQueue,
  ) {}

  /** In every collectivité that has steps, where it is a time to write; answers how many families were written to. */
  async all(): Promise<number> {
    const now = this.clock.now();
    const open = (await this.findCollectivite.all()).filter(({ timeZone }) => mayWriteAt(now, timeZone));
    const written = await eachInTurn(open, (collectivite) => this.one(collectivite));
    return written.reduce((sum, families) => sum + families, 0);
  }

  private async one(collectivite: CollectiviteRow): Promise<number> {
    const settings = await this.settingsOf.read(collectivite.id);
    const rules = rulesOf(settings);
    if (Object.keys(rules.after).length === 0) return 0;
    const today = dateIn(collectivite.timeZone, this.clock.now());
    const late = await this.database.read(() => this.loadLate.ofAll(collectivite.id, today));
    const due = [...late].filter(([, invoices]) => {
      const { message, transfers } = whatIsDue(rules, invoices, today);
      return message !== null || transfers.length > 0;
    });
    const sent = await eachInTurn(due, ([familyId]) => this.family(collectivite, settings, familyId, today));
    return sent.filter(Boolean).length;
  }

  private family(
    collectivite: CollectiviteRow,
    settings: ReminderSettings,
    familyId: number,
    today: Temporal.PlainDate,
  ): Promise<boolean> {
    const collectiviteId = collectivite.id;
    return this.database.unit(async () => {
      await this.accounts.holdFamily(collectiviteId, familyId);
      const late = await this.loadLate.ofFamily(collectiviteId, familyId);
      const { message, transfers } = whatIsDue(rulesOf(settings), late, today);
      if (transfers.length > 0) await this.propose(collectiviteId, familyId, transfers, today);
      if (message === null) return false;
      const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
      await this.remind(collectivite, settings, family, message, today);
      return true;
    });
  }

  private async propose(
    collectiviteId: number,
    familyId: number,
    transfers: readonly LateInvoice[],
    today: Temporal.PlainDate,
  ): Promise<void> {
    const totalCents = sumCents(transfers.map(({ openCents }) => openCents));
    const items = transfers.map((invoice) => ({ invoice, step: 'TRANSFER' as const }));
    await this.write({ collectiviteId, familyId, step: 'TRANSFER', channel: 'NONE', madeOn: today, totalCents }, items);
  }

  private async remind(
    collectivite: CollectiviteRow,
    settings: ReminderSettings,
    family: FamilyCard,
    { step, items, totalCents }: FamilyReminder,
    today: Temporal.PlainDate,
  ): Promise<void> {
    const [collectiviteId, familyId] = [collectivite.id, family.familyId];
    const addresses = mailAddressesOf(family);
    // A family that cannot be mailed gets each step on paper.
    const channel = step === 'LETTER' || addresses.length === 0 ? 'LETTER' : 'MAIL';
    const reminderId = await this.write({ collectiviteId, familyId, step, channel, madeOn: today, totalCents }, items);
    if (channel === 'LETTER') return;
    const url = `${this.configuration.publicUrl}/factures`;
    for (const [rank, to] of addresses.entries()) {
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: reminderMail({ step, items, totalCents }, { name: to.name, url }, collectivite, settings),
        reference: `reminder:${reminderId}`,
        key: `reminder:${reminderId}:${rank}`,
      });
    }
  }

  private async write(
    about: Pick<ReminderRow, 'collectiviteId' | 'familyId' | 'step' | 'madeOn' | 'totalCents'> & { channel: Channel },
    items: readonly { readonly invoice: LateInvoice; readonly step: Step | null }[],
  ): Promise<number> {
    const { collectiviteId } = about;
    const reminderId = await this.database.insert(ReminderRow, {
      ...about,
      madeAt: this.clock.now(),
      letterRunId: null,
      letter: null,
      letterDoneOn: null,
    });
    await this.database.repository(ReminderItemRow).insert(
      items.map(({ invoice: { invoiceId, number, dueOn, openCents }, step }) => {
        return { collectiviteId, reminderId, invoiceId, step, number, dueOn, openCents };
      }),
    );
    return reminderId;
  }
}
