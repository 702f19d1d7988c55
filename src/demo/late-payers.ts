import type { Temporal } from '../kernel/civil-time.js';
import { splitByWeight } from '../kernel/money.js';
import type { Json } from './client.js';
import type { OpenCommune } from './opening.js';

export interface LateCounts {
  /** Messages and letters to families. */
  reminders: number;
  /** Debts paid in several times. */
  plans: number;
}

const STEPS = {
  firstMailDays: 5,
  secondMailDays: 12,
  letterDays: 20,
  transferDays: 45,
  leastCents: 500,
  helpContact: 'CCAS de Valmont-sur-Orle, 04 67 00 00 12',
};

/** The régisseuse says after how many days families are reminded. */
export async function setUpReminders({ collectiviteId, regisseur }: OpenCommune): Promise<void> {
  await regisseur.put(`/collectivites/${collectiviteId}/reminder-settings`, STEPS);
}

/** She agrees with the family that owes the oldest debt to be paid in three times, and prints the letters that wait. */
export async function endOfLatePayers(
  { collectiviteId, regisseur }: OpenCommune,
  today: Temporal.PlainDate,
  counts: LateCounts,
): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  const { lines }: Json = await regisseur.get(`${base}/arrears?channel=REGIE`);
  const oldest = (lines as Json[]).find(({ daysLate, openCents }) => Number(daysLate) > 0 && Number(openCents) >= 3000);
  if (oldest) {
    const instalments = splitByWeight(oldest.openCents as number, [1, 1, 1]).map((cents, index) => {
      return { dueOn: today.add({ months: index + 1 }).toString(), cents };
    });
    const { familyId, invoiceId } = oldest;
    await regisseur.post(`${base}/payment-plans`, { familyId, invoiceIds: [invoiceId], instalments });
    counts.plans += 1;
  }
  const { waiting }: Json = await regisseur.get(`${base}/reminder-letters`);
  if (Number(waiting) > 0) await regisseur.post(`${base}/reminder-letters`, {});
  counts.reminders = (await regisseur.all(`${base}/reminders`)).filter(({ channel }) => channel !== 'NONE').length;
}
