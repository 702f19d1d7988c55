import { EXAMPLE_IBANS } from './agreements.js';
import type { Json } from './client.js';
import type { Money, MoneyCast } from './money.js';

/** A family would rather have its credit back than leave it for its next invoices. */

/** A parent whose invoice was taken back after it was paid asks for a transfer. */
export async function askForCreditBack({ households }: MoneyCast): Promise<void> {
  for (const { familyId, name, email, acting } of households) {
    if (email === null) continue;
    const { freeCents }: Json = await acting.get(`/families/${familyId}/credit`);
    if (freeCents === 0) continue;
    const path = `/families/${familyId}/credit/refund-request`;
    return void (await acting.post(path, { iban: EXAMPLE_IBANS[0], holder: name }));
  }
}

/** The régisseuse makes the list of what is asked for: a paper to sign, and what the transfers are typed from. */
export async function giveCreditBack(
  { stage, commune: { collectiviteId, regisseur } }: MoneyCast,
  money: Money,
): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  const asked = await regisseur.all(`${base}/refund-requests`);
  if (asked.length === 0) return;
  const refunds = asked.map(({ familyId }) => ({ familyId: familyId as number }));
  const { totalCents }: Json = await regisseur.post(`${base}/refund-lists`, { refunds });
  money.refundedCents += totalCents as number;
  await stage.settle();
}
