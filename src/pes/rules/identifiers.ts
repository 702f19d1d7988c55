import type { Triplet } from './triplets.js';

/** « NumDette » of a printed number: 2026-000017 gives 2026000017. Throws RangeError beyond 13 digits, or without any. */
export function debtNumber(printed: string): string {
  const digits = printed.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 1 || digits.length > 13) throw new RangeError(`« ${printed} » does not give 1 to 13 digits`);
  return digits;
}

/** What names a bordereau for ever: unique by budget, exercise and type. */
export interface BordereauIdentity {
  readonly siret: string;
  readonly budget: string;
  readonly exercise: number;
  readonly triplet: Triplet;
  readonly number: number;
}

/** « NomFic »: unique for each file, as those who carry it take it for its key. The file on disk has the same name. */
export function fileName(bordereau: BordereauIdentity): string {
  const { siret, budget, exercise, triplet, number } = bordereau;
  return [triplet.file, siret, budget, exercise, triplet.bordereau, String(number).padStart(7, '0')].join('_');
}

/** What is attached to a piece: the invoice itself, its ASAP as data, or a further document. */
export type AttachmentRole = 'FACTURE' | 'ASAP' | 'DETAIL';

/** « IdUnique » of an attachment: digits and letters only, never used twice by a collectivité. */
export function attachmentId(bordereau: BordereauIdentity, piece: number, role: AttachmentRole): string {
  const { siret, budget, exercise, triplet, number } = bordereau;
  return `${siret}B${budget}E${exercise}T${triplet.bordereau}N${number}P${piece}${role}`;
}
