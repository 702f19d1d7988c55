import { stringify } from 'csv-stringify/sync';
import type { TaxCertificate } from './tax-certificate.js';

/** A line for each child, as a spreadsheet set in French opens it: semicolons, UTF-8 with its mark, decimal comma. */
export function taxCertificatesCsv(certificates: readonly TaxCertificate[]): string {
  const rows = certificates.flatMap(({ number, family, children }) =>
    children.map((child) => [
      number,
      String(family.familyId),
      family.names.join(' et '),
      child.name,
      child.birthDate.split('-').reverse().join('/'),
      amount(child.cents),
    ]),
  );
  const head = ['Attestation', 'Famille', 'Adultes', 'Enfant', 'Né(e) le', 'Garde payée, hors repas'];
  const options = { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true } as const;
  return stringify([head, ...rows], options);
}

function amount(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}
