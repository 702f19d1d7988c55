import { counted, euros } from '../kernel/french.js';
import { sumCents } from '../kernel/money.js';
import type { Json } from './client.js';
import type { Money } from './money.js';
import type { MoneyPapers } from './money-papers.js';

/** The lines of the story about money that did not simply come in, each with its heading. */
export function tellMoney(
  { circus, creditUsedCents, refundedCents, collectedCents, rejected }: Money,
  papers: MoneyPapers,
): string[] {
  const { creditNotes, reversals, writeOffs, mandates, debitRuns, remittances, batches } = papers;
  const ofKind = (kind: string) => batches.filter((batch) => batch.kind === kind);
  const total = (batchesOfKind: readonly Json[]) =>
    euros(sumCents(batchesOfKind.map(({ totalCents }) => totalCents as number)));
  const pieces = (kind: string) => ofKind(kind).reduce((sum, batch) => sum + (batch.pieces as number), 0);
  const corrected = creditNotes.filter(({ reason }) => reason === 'CORRECTION').length;
  const cheques = reversals.filter(({ reason }) => reason === 'UNPAID_CHEQUE').length;
  const debitsBack = reversals.filter(({ reason }) => reason === 'REJECTED_DEBIT').length;
  const debited = debitRuns.reduce((sum, run) => sum + (run.debits as number), 0);
  return [
    `Stage payé     ${counted(circus.paid, 'panier payé à la réservation', 'paniers payés à la réservation')} (${euros(circus.paidCents)} par PayFiP, ${euros(circus.byCreditCents)} par un avoir), ${counted(circus.expired, 'place rendue', 'places rendues')} faute de paiement à temps, ${euros(circus.creditedCents)} rendus pour un jour annulé à temps`,
    `Avoirs         ${counted(creditNotes.length, 'avoir', 'avoirs')}, ${euros(sumCents(creditNotes.map(({ totalCents }) => totalCents as number)))} (${counted(corrected, 'correction de pointage', 'corrections de pointage')}) ; ${euros(creditUsedCents)} de crédit employés à une autre facture, ${euros(refundedCents)} remboursés par virement ; ${counted(cheques, 'chèque impayé', 'chèques impayés')}`,
    `Prélèvements   ${counted(mandates.length, 'mandat signé', 'mandats signés')}, ${counted(debited, 'prélèvement', 'prélèvements')} (${euros(sumCents(debitRuns.map(({ totalCents }) => totalCents as number)))}), ${counted(debitsBack, 'rejet', 'rejets')} de la banque`,
    `Versements     ${counted(remittances.length, 'bordereau de versement', 'bordereaux de versement')} à la Trésorerie, ${total(remittances)}`,
    `Trésorerie     ${counted(pieces('TITRE'), 'titre', 'titres')} avec avis (${total(ofKind('TITRE'))}), ${counted(pieces('ORMC'), 'article de rôle', 'articles de rôle')} (${total(ofKind('ORMC'))}), ${counted(pieces('REDUCTION'), 'réduction', 'réductions')}, ${counted(pieces('ROLL') + pieces('REGIE'), 'titre', 'titres')} au nom de la mairie (rôle, encaissements de la régie) ; en retour ${euros(collectedCents)} payés, ${counted(rejected, 'titre rejeté', 'titres rejetés')}`,
    `Abandons       ${counted(writeOffs.length, 'remise gracieuse', 'remises gracieuses')}, ${euros(sumCents(writeOffs.map(({ cents }) => cents as number)))}`,
  ];
}
