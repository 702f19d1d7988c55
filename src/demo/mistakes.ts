import type { Temporal } from '../kernel/civil-time.js';
import type { Json } from './client.js';
import { ELEMENTAIRE } from './commune.js';
import type { Money, MoneyCast } from './money.js';

/** What was billed or paid wrongly, and how it is put right: nothing is ever changed, another paper says it. */

/** A day that is due no more is taken back of an invoice that waits; another invoice is taken back whole after it was paid. */
export async function takeInvoicesBack({ commune }: MoneyCast): Promise<void> {
  const { collectiviteId, regisseur } = commune;
  const base = `/collectivites/${collectiviteId}/invoices`;
  const waiting = (await regisseur.all(`${base}?state=waiting`)).find(
    ({ openCents, totalCents }) => openCents === totalCents && Number(totalCents) > 2000,
  );
  const [line]: Json[] = await regisseur.get(`${base}/${waiting.invoiceId as number}/charges`);
  await regisseur.post(`${base}/${waiting.invoiceId as number}/credit-notes`, {
    reason: 'JUSTIFIED_ABSENCE',
    lines: [{ chargeId: line.chargeId }],
  });
  const paid = smallest(await regisseur.all(`${base}?state=settled`));
  await regisseur.post(`${base}/${paid.invoiceId as number}/credit-notes`, {
    reason: 'OTHER',
    reasonText: 'aide du CCAS accordée pour tout le mois',
  });
}

/** A roll of September that is billed already is corrected, and a corrective run bills or gives back the difference. */
export async function correctABilledRoll(
  { stage, commune }: MoneyCast,
  _: Money,
  today: Temporal.PlainDate,
): Promise<void> {
  const { collectiviteId, agent, regisseur, prestations } = commune;
  const base = `/collectivites/${collectiviteId}`;
  const month = today.subtract({ months: 1 });
  const day = month.with({ day: month.daysInMonth });
  const canteen = prestations.find(({ name, site }) => name === 'Cantine' && site === ELEMENTAIRE)!;
  const [, sessionId] = [...canteen.sessions].filter(([date]) => date <= day.toString()).at(-1)!;
  const roll: Json = await agent.get(`${base}/sessions/${sessionId}/roll`);
  const came = roll.expected.find(({ attendance }: Json) => attendance?.state === 'PRESENT');
  const forgotten = roll.others.find(({ attendance }: Json) => attendance === null);
  await agent.put(`${base}/sessions/${sessionId}/roll/corrections`, {
    entries: [
      { childId: came.childId, state: 'ABSENT_JUSTIFIED', reason: 'rentré chez lui malade, pointé présent par erreur' },
      { childId: forgotten.childId, state: 'PRESENT', reason: 'oubli de pointage signalé par l’animateur' },
    ],
  });
  const run: Json = await regisseur.post(`${base}/billing-runs`, {
    from: day.with({ day: 1 }).toString(),
    to: day.toString(),
    kind: 'CORRECTION',
  });
  await stage.settle();
  await regisseur.post(`${base}/billing-runs/${run.runId as number}/issuances`);
  await stage.settle();
}

/** The bank sends a cheque back that was handed over already: the payment is annulled by its mirror, and its invoice is due again. */
export async function returnACheque({ commune }: MoneyCast, _: Money, today: Temporal.PlainDate): Promise<void> {
  const { collectiviteId, regisseur } = commune;
  const path = `/collectivites/${collectiviteId}/payments`;
  const cheque = (await regisseur.all(path)).find(({ means }) => means === 'CHEQUE');
  await regisseur.post(`${path}/${cheque.id as number}/reversals`, {
    reason: 'UNPAID_CHEQUE',
    note: 'Provision insuffisante',
    occurredOn: today.toString(),
  });
}

/** A discount on what a family has paid is its credit; the régisseuse has it pay the invoice that waits. */
export async function payByCredit({ commune }: MoneyCast, money: Money): Promise<void> {
  const { collectiviteId, regisseur } = commune;
  const base = `/collectivites/${collectiviteId}`;
  const waiting = new Set(
    (await regisseur.all(`${base}/invoices?state=waiting`)).map(({ familyId }) => familyId as number),
  );
  const settled = await regisseur.all(`${base}/invoices?state=settled`);
  const paid = settled.find(
    ({ familyId, creditedCents, totalCents }) =>
      waiting.has(familyId as number) &&
      !money.debited.has(familyId as number) &&
      creditedCents === 0 &&
      Number(totalCents) > 1000,
  );
  const charges: Json[] = await regisseur.get(`${base}/invoices/${paid.invoiceId as number}/charges`);
  await regisseur.post(`${base}/invoices/${paid.invoiceId as number}/credit-notes`, {
    reason: 'DISCOUNT',
    reasonText: 'délibération du conseil municipal sur les repas de la rentrée',
    lines: charges.slice(0, 2).map(({ chargeId }) => ({ chargeId })),
  });
  const used: Json = await regisseur.post(`${base}/families/${paid.familyId as number}/credit-uses`);
  money.creditUsedCents += used.usedCents as number;
}

function smallest(invoices: readonly Json[]): Json {
  return [...invoices].sort((a, b) => a.totalCents - b.totalCents)[0];
}
