import type { Client, Json } from './client.js';
import type { Money } from './money.js';
import { fileWord, SHEETS } from './paper-files.js';

/** Credit notes, debits, and what goes to the Trésorerie: the papers of what does not happen at the counter. */
export interface MoneyPapers {
  readonly creditNotes: readonly Json[];
  readonly reversals: readonly Json[];
  readonly refundLists: readonly Json[];
  readonly writeOffs: readonly Json[];
  readonly mandates: readonly Json[];
  readonly debitRuns: readonly Json[];
  /** What the régie handed over, by means. */
  readonly remittances: readonly Json[];
  /** Bordereaux, the last one first, each READY. */
  readonly batches: readonly Json[];
}

export async function listMoneyPapers(regisseur: Client, base: string): Promise<MoneyPapers> {
  return {
    creditNotes: await regisseur.all(`${base}/credit-notes`),
    reversals: await regisseur.all(`${base}/payment-reversals`),
    refundLists: await regisseur.all(`${base}/refund-lists`),
    writeOffs: await regisseur.all(`${base}/write-offs`),
    mandates: await regisseur.all(`${base}/mandates`),
    debitRuns: await regisseur.all(`${base}/debit-runs`),
    remittances: await regisseur.all(`${base}/remittances`),
    batches: (await regisseur.all(`${base}/claim-batches`)).filter(({ state }) => state === 'READY'),
  };
}

type Keep = (folder: string, name: string, content: Buffer | string) => Promise<void>;

/** Downloads them as the régisseuse; one mandate stands for all, as each look at it is recorded. */
export async function writeMoneyPapers(
  regisseur: Client,
  base: string,
  { creditNotes, reversals, refundLists, writeOffs, mandates, debitRuns, remittances, batches }: MoneyPapers,
  { acquit, retour }: Pick<Money, 'acquit' | 'retour'>,
  keep: Keep,
): Promise<void> {
  const download = async (folder: string, name: string, path: string): Promise<void> =>
    keep(folder, name, await regisseur.download(`${base}/${path}`));
  for (const { creditNoteId, number } of creditNotes)
    await download('avoirs', `${number as string}.pdf`, `credit-notes/${creditNoteId as number}/pdf`);
  for (const { id, number } of reversals)
    await download('quittances', `annulation-${number as string}.pdf`, `payment-reversals/${id as number}/pdf`);
  for (const { id, number } of refundLists) {
    await download('avoirs', `remboursements-${number as string}.pdf`, `refund-lists/${id as number}/pdf`);
    await download('avoirs', `virements-${number as string}.csv`, `refund-lists/${id as number}/csv`);
  }
  for (const { id, number } of writeOffs)
    await download('tresorerie', `abandon-${number as string}.pdf`, `write-offs/${id as number}/pdf`);
  for (const { id, rum } of mandates.slice(0, 1))
    await download('prelevements', `mandat-${fileWord(rum as string)}.pdf`, `mandates/${id as number}/pdf`);
  for (const { id, fileName } of debitRuns)
    await download('prelevements', fileName as string, `debit-runs/${id as number}/file`);
  for (const { id, number } of remittances) {
    for (const format of SHEETS)
      await download('tresorerie', `versement-${number as string}.${format}`, `remittances/${id as number}/${format}`);
  }
  for (const { id, title } of batches) {
    const name = fileWord(title as string).toLowerCase();
    for (const [form, extension] of [
      ['file', 'xml'],
      ['pdf', 'pdf'],
      ['csv', 'csv'],
    ])
      await download('tresorerie', `${name}.${extension}`, `claim-batches/${id as number}/${form}`);
    const { noticeParts }: Json = await regisseur.get(`${base}/claim-batches/${id as number}`);
    for (let part = 1; part <= noticeParts; part += 1)
      await download('tresorerie', `${name}-avis-${part}.pdf`, `claim-batches/${id as number}/notices/${part}`);
  }
  if (acquit !== null) await keep('tresorerie', 'recu-acquit.xml', acquit);
  if (retour !== null) await keep('tresorerie', 'recu-retour.xml', retour);
}
