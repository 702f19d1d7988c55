import { isBefore } from '../../kernel/civil-time.js';
import { counted, euros, typeset } from '../../kernel/french.js';
import { type Cents, cents, sumCents } from '../../kernel/money.js';
import { checkPiece } from './check-piece.js';
import type { Fault } from './fault.js';
import type { Bordereau, Piece } from './flow.js';
import { ORMC, TITRE, tripletText } from './triplets.js';

/** Checks a bordereau as its pieces pass by, each once: they are never all in memory. */
export interface BordereauCheck {
  piece(piece: Piece): Fault[];
  /** What only shows at the end: the count, the total, debtors who owe too little. */
  end(): Fault[];
}

/** What the Trésor rejects and its schemas cannot say. `leastCents`: below it, a debtor is not asked (CGCT L1611-5). */
export function checkingBordereau(bordereau: Bordereau, leastCents: Cents): BordereauCheck {
  const asked = [ORMC, TITRE].some((triplet) => tripletText(triplet) === tripletText(bordereau.triplet));
  const attachments = new Set<string>();
  const debts = new Set<string>();
  const byDebtor = new Map<string, Cents>();
  let previous: number | undefined;
  let pieces = 0;
  let total: Cents = 0;
  return {
    piece(piece) {
      const faults = checkPiece(piece, bordereau);
      if (previous !== undefined && piece.number !== previous + 1) faults.push(`Elle suit la pièce ${previous}.`);
      for (const { id } of piece.attachments) {
        if (attachments.has(id)) faults.push(`L’identifiant de pièce jointe « ${id} » sert deux fois.`);
        attachments.add(id);
      }
      if (piece.debt && debts.has(piece.debt.number)) faults.push(`La dette ${piece.debt.number} est là deux fois.`);
      if (piece.debt) debts.add(piece.debt.number);
      previous = piece.number;
      pieces += 1;
      const amount = sumCents(piece.lines.map((line) => line.cents));
      total = cents(total + amount);
      const { kind, reference } = piece.debtor;
      if (asked && kind === 'PERSON') byDebtor.set(reference, (byDebtor.get(reference) ?? 0) + amount);
      return faults.map((message) => ({ piece: piece.number, message: typeset(message) }));
    },
    end() {
      const low = [...byDebtor].filter(([, amount]) => amount < leastCents);
      const faults = [...checkBlock(bordereau)];
      if (pieces !== bordereau.pieces)
        faults.push(`Le bordereau annonce ${bordereau.pieces} pièces et en a ${pieces}.`);
      if (total !== bordereau.cents)
        faults.push(`Le bordereau annonce ${euros(bordereau.cents)} et en fait ${euros(total)}.`);
      if (low.length > 0) {
        const who = low.slice(0, 20).map(([reference]) => reference);
        faults.push(
          `${counted(low.length, 'débiteur doit', 'débiteurs doivent')} moins de ${euros(leastCents)} : ${who.join(', ')}.`,
        );
      }
      return faults.map((message) => ({ message: typeset(message) }));
    },
  };
}

function checkBlock({ exercise, number, issuedOn, pieces, asapOn }: Bordereau): string[] {
  const faults: string[] = [];
  if (!Number.isInteger(number) || number < 1 || number > 9_999_999)
    faults.push(`Le numéro de bordereau ${number} est impossible.`);
  if (pieces > 99_999) faults.push('Un bordereau a 99 999 pièces au plus : faites-en plusieurs.');
  if (asapOn && isBefore(asapOn, issuedOn)) faults.push('Les avis des sommes à payer partiraient avant le bordereau.');
  // The journée complémentaire: an exercise may be written to until the end of January of the next year.
  if (exercise !== issuedOn.year && exercise !== issuedOn.year - 1) {
    faults.push(`L’exercice ${exercise} ne convient pas à un bordereau émis en ${issuedOn.year}.`);
  }
  return faults;
}
