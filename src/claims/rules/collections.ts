import type { Temporal } from '../../kernel/civil-time.js';
import { euros, shortDate } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { ReturnedLine, ReturnedPiece } from '../../pes/rules/index.js';

/** Money received on a line of a piece, with what makes it itself: files repeat what others said already. */
export interface KeyedCollection {
  readonly line: number;
  readonly origin: string;
  readonly on: Temporal.PlainDate;
  readonly cents: Cents;
  /** Of several alike in one file: the first, the second… */
  readonly occurrence: number;
}

/** « OrgEma » of money from the debtor: before the titre, on the piece, by a flow of receipts, online. */
const MONEY = new Set(['01', '02', '03', '10']);
/** A reduction: our own credit note said it before. */
const REDUCTION = '07';

const OTHERS: Readonly<Record<string, string>> = {
  '04': 'émargement par un mandat correctif',
  '05': 'émargement par un mandat',
  '06': 'admission en non-valeur',
  '08': 'émargement par un titre',
  '09': 'annulation de frais',
  '11': 'encaissement technique',
  '12': 'émargement divers',
};

/** What a returned piece says of money, and what a person must look at: it is listed, never guessed. */
export function collectionsOf(piece: Pick<ReturnedPiece, 'lines'>): {
  readonly money: readonly KeyedCollection[];
  readonly toReview: readonly string[];
} {
  const money: KeyedCollection[] = [];
  const toReview: string[] = [];
  const alike = new Map<string, number>();
  for (const { number: line, collections } of piece.lines) {
    for (const { origin, on, cents } of collections) {
      if (origin === REDUCTION) continue;
      if (MONEY.has(origin) && cents > 0) {
        const key = `${line} ${origin} ${on.toString()} ${cents}`;
        const occurrence = (alike.get(key) ?? 0) + 1;
        alike.set(key, occurrence);
        money.push({ line, origin, on, cents, occurrence });
      } else if (cents !== 0) {
        const what = cents < 0 ? 'encaissement annulé' : (OTHERS[origin] ?? `émargement d’origine ${origin}`);
        toReview.push(`${what} de ${euros(Math.abs(cents))} le ${shortDate(on)}, ligne ${line}`);
      }
    }
  }
  return { money, toReview };
}

/** Where the comptable counts more or less on a line than its collections add up to. */
export function countsOtherwise({ collectedCents, collections, number }: ReturnedLine): string | null {
  if (collectedCents === null) return null;
  const told = sumCents(collections.map(({ cents }) => cents));
  if (told === collectedCents) return null;
  return `la Trésorerie compte ${euros(collectedCents)} sur la ligne ${number} et en détaille ${euros(told)}`;
}
