import { stringify } from 'csv-stringify/sync';
import type { Cents } from '../../kernel/money.js';
import type { BatchKind } from './batch.js';
import { tripletOf } from './batch.js';
import { parseTriplet } from '../../pes/rules/index.js';
import type { PieceContent } from './piece-content.js';
import type { TitreContent } from './public-titre.js';

export interface BatchToExport {
  readonly kind: BatchKind;
  readonly exercise: number;
  readonly number: number;
  readonly issuedOn: { toString(): string };
}

/**
 * The neutral export: a row for each line of a piece, with what an accounting package needs to make the titre itself.
 * Semicolons, decimal commas; texts that a spreadsheet would run are disarmed.
 */
export const CSV_COLUMNS = [
  'Exercice',
  'Bordereau',
  'Type de bordereau',
  'Date',
  'Pièce',
  'Type de pièce',
  'Nature de pièce',
  'Ligne',
  'Référence du tiers',
  'Civilité',
  'Nom',
  'Prénom',
  'Complément',
  'Adresse',
  'Code postal',
  'Ville',
  'Facture',
  'Du',
  'Au',
  'Libellé',
  'Code produit',
  'Nature',
  'Fonction',
  'Montant',
  'Pièce réduite',
  'Ligne réduite',
] as const;

export function csvHead(): string {
  return `\ufeff${csvLines([[...CSV_COLUMNS]])}`;
}

export function csvOfPiece(batch: BatchToExport, number: number, content: PieceContent): string {
  const { bordereau, piece, nature } = tripletOf(batch.kind);
  const { debtor, invoiceNumber, period, lines, changes } = content;
  return csvLines(
    lines.map((line, index) => [
      ...[String(batch.exercise), String(batch.number), bordereau, batch.issuedOn.toString()],
      ...[String(number), piece, nature, String(index + 1)],
      ...[debtor.reference, debtor.civility, debtor.name, debtor.firstName],
      ...[debtor.address.complement ?? '', debtor.address.street, debtor.address.postalCode, debtor.address.city],
      ...[invoiceNumber, period.from, period.to, line.prestation],
      ...[line.product, line.nature, line.function ?? '', decimal(line.cents)],
      ...[changes ? String(changes.piece) : '', changes ? String(line.changesLine ?? 1) : ''],
    ]),
  );
}

/** The titre of a public body: what concerns a family stays empty. */
export function csvOfTitre(batch: BatchToExport, number: number, titre: TitreContent): string {
  const { bordereau, piece, nature } = parseTriplet(titre.triplet);
  const { debtor, lines } = titre;
  return csvLines(
    lines.map((line, index) => [
      ...[String(batch.exercise), String(batch.number), bordereau, batch.issuedOn.toString()],
      ...[String(number), piece, nature, String(index + 1)],
      ...[debtor.reference, '', debtor.name, ''],
      ...[debtor.address.complement ?? '', debtor.address.street, debtor.address.postalCode, debtor.address.city],
      ...['', '', '', line.label],
      ...[line.product, line.nature, line.function ?? '', decimal(line.cents)],
      ...['', ''],
    ]),
  );
}

function csvLines(rows: string[][]): string {
  return stringify(rows, { delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
}

function decimal(cents: Cents): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}
