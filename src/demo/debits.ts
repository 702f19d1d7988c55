import { Temporal } from '../kernel/civil-time.js';
import { settlementDayFrom } from '../sepa/index.js';
import { EXAMPLE_IBANS } from './agreements.js';
import { percent } from './chance.js';
import type { Json } from './client.js';
import type { Money, MoneyCast } from './money.js';

/** A few families let the régie debit their account: mandates, a file for the bank, and a debit that comes back. */

/** Four parents who never pay online sign a mandate in their space. */
export async function signMandates({ households }: MoneyCast, money: Money): Promise<void> {
  const signing = households.filter(({ familyId, email }) => email !== null && percent('online', familyId) >= 25);
  for (const [rank, { familyId, name, acting }] of signing.slice(8, 8 + EXAMPLE_IBANS.length).entries()) {
    const { text }: Json = await acting.get(`/families/${familyId}/direct-debit`);
    await acting.post(`/families/${familyId}/mandates`, {
      textVersion: text.version,
      accepted: true,
      iban: EXAMPLE_IBANS[rank],
      holder: name,
    });
    money.debited.add(familyId);
  }
}

/** The file of what they owe for September, for the day on which it is due. */
export async function debit({ commune: { collectiviteId, regisseur } }: MoneyCast, money: Money): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  const waiting = await regisseur.all(`${base}/invoices?state=waiting`);
  const dates = waiting
    .filter(({ familyId }) => money.debited.has(familyId as number))
    .map(({ dueOn }) => String(dueOn));
  if (dates.length === 0) return;
  const collectedOn = settlementDayFrom(Temporal.PlainDate.from(dates.sort()[0]!)).toString();
  await regisseur.post(`${base}/debit-runs`, { collectedOn });
}

/** One of them has not enough on its account: the invoice is due again. */
export async function rejectADebit({ commune: { collectiviteId, regisseur } }: MoneyCast): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  const [run] = await regisseur.all(`${base}/debit-runs`);
  if (!run) return;
  const [debited] = await regisseur.all(`${base}/debit-runs/${run.id as number}/debits`);
  await regisseur.post(`${base}/debits/${debited.id as number}/rejections`, { reason: 'AM04' });
}
