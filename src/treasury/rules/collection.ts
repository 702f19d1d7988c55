import { type Cents, sumCents } from '../../kernel/money.js';
import { type EntryLine, type Imputation, readAccount } from '../../ledger/index.js';
import { MEANS_OF_PAYMENT } from '../../payments/index.js';

/** A line of the ledger with the entry that holds it. All lines of an entry are needed, in any order. */
export interface Movement extends EntryLine {
  readonly entryId: number;
}

/** How a prestation is told and imputed. */
export interface PrestationCard {
  readonly prestationId: number;
  readonly label: string;
  readonly imputation: Imputation;
}

export interface MeansTotal {
  readonly means: string;
  readonly label: string;
  /** Number of payments. */
  readonly operations: number;
  readonly cents: Cents;
}

export interface PrestationTotal extends PrestationCard {
  /** Number of payments that settled something of this prestation. */
  readonly operations: number;
  readonly cents: Cents;
  /** The same amount by means code; a means that brought nothing is absent. */
  readonly byMeans: Readonly<Record<string, Cents>>;
}

/** État d'encaissement récapitulatif: (A) by prestation and (B) by means; both make the same total. */
export interface CollectionReport {
  readonly byPrestation: readonly PrestationTotal[];
  readonly byMeans: readonly MeansTotal[];
  readonly totalCents: Cents;
}

/**
 * What was received, from the ledger's movements of a period. Entries without a means of payment (invoices) are left
 * out. Prestations come by nature, fonction, then label; means in the order of the counter.
 * Throws RangeError when (A), read from what families were credited, and (B), read from the means, differ as a whole
 * or for one prestation, or when a movement names no known prestation.
 */
export function collectionReport(
  movements: readonly Movement[],
  prestations: readonly PrestationCard[],
): CollectionReport {
  const received = movements.filter((one) => meansOf(one) !== null);
  const receipts = new Set(received.map((one) => one.entryId));
  const settled = movements.filter((one) => receipts.has(one.entryId) && readAccount(one.account).kind === 'FAMILY');
  refuseUnknown([...received, ...settled], prestations);
  const byPrestation = prestations
    .map((card) => prestationTotal(card, received, settled))
    .filter((total) => total.operations > 0)
    .sort(byImputation);
  const byMeans = meansTotals(received);
  const a = sumCents(byPrestation.map((total) => total.cents));
  const b = sumCents(byMeans.map((total) => total.cents));
  if (a !== b) throw new RangeError(`receipts by prestation (${a}) and by means (${b}) differ`);
  return { byPrestation, byMeans, totalCents: a };
}

function prestationTotal(
  card: PrestationCard,
  received: readonly Movement[],
  settled: readonly Movement[],
): PrestationTotal {
  const credits = settled.filter((one) => one.prestationId === card.prestationId);
  const debits = received.filter((one) => one.prestationId === card.prestationId);
  const total = sumCents(credits.map((one) => -one.cents)) + 0;
  const byMeans = Object.fromEntries(meansTotals(debits).map(({ means, cents }) => [means, cents]));
  const byMeansTotal = sumCents(Object.values(byMeans));
  if (byMeansTotal !== total) {
    throw new RangeError(`receipts of ${card.label}: ${total} by family, ${byMeansTotal} by means`);
  }
  return { ...card, operations: countEntries(credits), cents: total, byMeans };
}

function meansTotals(received: readonly Movement[]): MeansTotal[] {
  const known = MEANS_OF_PAYMENT.map(({ code }) => code as string);
  const others = [...new Set(received.map((one) => meansOf(one)!))].filter((means) => !known.includes(means)).sort();
  return [...known, ...others].flatMap((means) => {
    const debits = received.filter((one) => meansOf(one) === means);
    if (debits.length === 0) return [];
    const label = MEANS_OF_PAYMENT.find(({ code }) => code === means)?.label ?? means;
    return [{ means, label, operations: countEntries(debits), cents: sumCents(debits.map((one) => one.cents)) }];
  });
}

function meansOf(movement: Movement): string | null {
  const account = readAccount(movement.account);
  return account.kind === 'MEANS' ? account.means : null;
}

function countEntries(movements: readonly Movement[]): number {
  return new Set(movements.map((one) => one.entryId)).size;
}

function refuseUnknown(movements: readonly Movement[], prestations: readonly PrestationCard[]): void {
  const known = new Set(prestations.map((card) => card.prestationId));
  const stray = movements.find((one) => one.prestationId === undefined || !known.has(one.prestationId));
  if (stray) throw new RangeError(`the entry ${stray.entryId} has a receipt for the prestation ${stray.prestationId}`);
}

function byImputation(a: PrestationCard, b: PrestationCard): number {
  return (
    a.imputation.nature.localeCompare(b.imputation.nature) ||
    (a.imputation.function ?? '').localeCompare(b.imputation.function ?? '') ||
    a.label.localeCompare(b.label, 'fr') ||
    a.prestationId - b.prestationId
  );
}
