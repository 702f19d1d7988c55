import type { Temporal } from '../kernel/civil-time.js';
import type { Json } from './client.js';
import type { MoneyCast } from './money.js';

const REMITTED_CENTS = 1000;

/** The council gives a part of a late debt up, for a family in difficulty: one that no plan spreads already. */
export async function giveADebtUp(
  { commune: { collectiviteId, regisseur } }: MoneyCast,
  today: Temporal.PlainDate,
): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  const waiting = await regisseur.all(`${base}/invoices?state=waiting`);
  const invoice: Json = waiting.find(
    ({ dueOn, planId, openCents }) =>
      String(dueOn) < today.toString() && planId === null && Number(openCents) > REMITTED_CENTS,
  );
  if (!invoice) return;
  await regisseur.post(`${base}/write-offs`, {
    familyId: invoice.familyId,
    kind: 'REMISSION',
    decidedOn: today.toString(),
    decisionReference: `délibération ${today.year}-112`,
    invoices: [{ invoiceId: invoice.invoiceId, cents: REMITTED_CENTS }],
  });
}
