import type { Temporal } from '../kernel/civil-time.js';
import { PRODUCT_CODES, TREASURY } from './agreements.js';
import type { Json } from './client.js';
import type { Money, MoneyCast } from './money.js';
import type { OpenCommune } from './opening.js';
import { acquitOf, retourOf } from './treasury-return.js';

/** What is still not paid goes to the comptable: titres, a rôle and its titre, a reduction; and what he sends back. */

/** What the Trésorerie gave the mairie: its codes, and those of the products. */
export async function agreeWithTreasury(
  { collectiviteId, administrator, prestations, circus }: OpenCommune,
  from: Temporal.PlainDate,
): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  await administrator.put(`${base}/treasury-settings`, TREASURY);
  for (const { id, name } of [...prestations, circus]) {
    await administrator.put(`${base}/prestations/${id}/product-code`, {
      from: from.toString(),
      code: PRODUCT_CODES[name],
    });
  }
}

const TITRES = 3;
const ARTICLES = 3;

/**
 * The oldest debts become titres with their avis, others the articles of a rôle; some stay at the régie. One titre is
 * reduced by a credit note, one is paid, one comes back.
 */
export async function handOver(cast: MoneyCast, money: Money, today: Temporal.PlainDate): Promise<void> {
  const { collectiviteId, regisseur } = cast.commune;
  const base = `/collectivites/${collectiviteId}`;
  const late = await debtsOf(cast, today);
  // The mairie sends the avis of its titres itself, and the comptable sees them; the DGFiP prints those of the rôle.
  const settings = `${base}/treasury-settings`;
  await cast.commune.administrator.put(settings, { ...TREASURY, notices: 'SHARED' });
  const titres = await batch(cast, 'TITRE', late.slice(0, TITRES));
  await cast.commune.administrator.put(settings, TREASURY);
  const articles = late.slice(TITRES, TITRES + ARTICLES);
  // The rôle holds the invoices that the DGFiP prints: they are drawn when somebody looks at them.
  for (const invoiceId of articles) await regisseur.download(`${base}/invoices/${invoiceId}/pdf`);
  const roll = await batch(cast, 'ORMC', articles);
  if (roll !== null) await titre(cast, `claim-batches/${roll.id as number}/titre`);
  await titreOfTheRegie(cast);
  if (titres === null) return;
  const pieces = await regisseur.all(`${base}/claim-batches/${titres.id as number}/pieces`);
  if (pieces.length >= 3) {
    const invoice = `${base}/invoices/${pieces.at(-1).invoiceId as number}`;
    const charges: Json[] = await regisseur.get(`${invoice}/charges`);
    const { chargeId } = charges.find(({ cents, creditedCents }) => cents > 0 && creditedCents === 0);
    await regisseur.post(`${invoice}/credit-notes`, { reason: 'POINTING_ERROR', lines: [{ chargeId }] });
    await batch(cast, 'REDUCTION', []);
  }
  money.acquit = acquitOf(titres);
  await send(cast, 'acquits', 'acquit.xml', money.acquit);
  money.retour = retourOf(titres, pieces, today.subtract({ days: 1 }).toString());
  const { summary }: Json = await send(cast, 'treasury-returns', 'retour.xml', money.retour);
  money.collectedCents += summary.collectedCents as number;
  money.rejected += summary.rejected as number;
}

/** What the régie received in the last month that is closed goes into the budget. */
async function titreOfTheRegie(cast: MoneyCast): Promise<void> {
  const { collectiviteId, regisseur } = cast.commune;
  const reports = await regisseur.all(`/collectivites/${collectiviteId}/collection-reports`);
  const report: Json = reports.find(({ month, totalCents }) => month !== null && Number(totalCents) > 0);
  if (report) await titre(cast, `collection-reports/${report.id as number}/titre`);
}

/** A titre whose debtor is the collectivité: its file is written behind the request. */
async function titre({ stage, commune: { collectiviteId, regisseur } }: MoneyCast, path: string): Promise<void> {
  await regisseur.post(`/collectivites/${collectiviteId}/${path}`);
  await stage.settle();
}

/** One debt of each late family, the oldest first, of the exercise and large enough; what is under a plan stays. */
async function debtsOf(
  { commune: { collectiviteId, regisseur } }: MoneyCast,
  today: Temporal.PlainDate,
): Promise<number[]> {
  const base = `/collectivites/${collectiviteId}`;
  const { lines }: Json = await regisseur.get(`${base}/arrears?channel=REGIE`);
  const invoices = new Map((await regisseur.all(`${base}/invoices?state=waiting`)).map((one) => [one.invoiceId, one]));
  const byFamily = new Map<number, number>();
  for (const { invoiceId, familyId, openCents, daysLate } of lines as Json[]) {
    const { issuedOn, planId } = invoices.get(invoiceId) ?? {};
    if (Number(daysLate) <= 0 || Number(openCents) < 2000 || planId !== null) continue;
    if (!String(issuedOn).startsWith(String(today.year)) || byFamily.has(familyId as number)) continue;
    byFamily.set(familyId as number, invoiceId as number);
  }
  return [...byFamily.values()];
}

/** Null when there was nothing to take. */
async function batch(
  { stage, commune: { collectiviteId, regisseur } }: MoneyCast,
  kind: 'TITRE' | 'ORMC' | 'REDUCTION',
  invoiceIds: readonly number[],
): Promise<Json> {
  if (kind !== 'REDUCTION' && invoiceIds.length === 0) return null;
  const path = `/collectivites/${collectiviteId}/claim-batches`;
  const { id }: Json = await regisseur.post(path, { kind, ...(kind === 'REDUCTION' ? {} : { invoiceIds }) });
  await stage.settle();
  const made: Json = await regisseur.get(`${path}/${id as number}`);
  if (made.state === 'EMPTY') return null;
  if (made.state !== 'READY') throw new Error(`${kind} : ${String(made.state)} ${JSON.stringify(made.faults)}`);
  return made;
}

async function send(
  { stage, commune: { collectiviteId, regisseur } }: MoneyCast,
  path: 'acquits' | 'treasury-returns',
  name: string,
  xml: string,
): Promise<Json> {
  const content = Uint8Array.from(Buffer.from(xml, 'latin1'));
  const file = { name, type: 'text/xml', content };
  const { id }: Json = await regisseur.upload(`/collectivites/${collectiviteId}/${path}`, {}, file);
  await stage.settle();
  const read: Json = await regisseur.get(`/collectivites/${collectiviteId}/treasury-files/${id as number}`);
  if (read.state !== 'READ') throw new Error(`${name} : ${JSON.stringify(read)}`);
  return read;
}
