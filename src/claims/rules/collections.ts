import { isBefore, type Temporal } from '../../kernel/civil-time.js';
import { euros, shortDate } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import type { ReturnedLine, ReturnedPiece } from '../../pes/rules/index.js';

/** REVERSAL: money that was received and is taken back. WRITE_OFF: what the comptable gives up. */
export const ADJUSTMENT_KINDS = ['REVERSAL', 'WRITE_OFF'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** What moves a line of a piece, with what makes it itself: files repeat what others said already. */
export interface KeyedCollection {
  readonly kind: 'MONEY' | AdjustmentKind;
  readonly line: number;
  readonly origin: string;
  readonly on: Temporal.PlainDate;
  /** Positive, whatever it does. */
  readonly cents: Cents;
  /** Of several alike in one file: the first, the second… */
  readonly occurrence: number;
}

/** « OrgEma » of money from the debtor: before the titre, on the piece, by a flow of receipts, online. */
const MONEY = new Set(['01', '02', '03', '10']);
const WRITE_OFF = '06';
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

/**
 * What a returned piece says moved it, by day and what came in first, so that what is taken back was there; and what a
 * person must look at: it is listed, never guessed.
 */
export function collectionsOf(piece: Pick<ReturnedPiece, 'lines'>): {
  readonly moves: readonly KeyedCollection[];
  readonly toReview: readonly string[];
} {
  const moves: KeyedCollection[] = [];
  const toReview: string[] = [];
  const alike = new Map<string, number>();
  for (const { number: line, state, collections } of piece.lines) {
    for (const { origin, on, cents } of collections) {
      if (origin === REDUCTION || cents === 0) continue;
      const kind = kindOf(origin, cents);
      if (kind === null) {
        const what = cents < 0 ? 'émargement annulé' : (OTHERS[origin] ?? `émargement d’origine ${origin}`);
        toReview.push(`${what} de ${euros(Math.abs(cents))} le ${shortDate(on)}, ligne ${line}`);
        continue;
      }
      const key = `${line} ${origin} ${on.toString()} ${cents}`;
      const occurrence = (alike.get(key) ?? 0) + 1;
      alike.set(key, occurrence);
      moves.push({ kind, line, origin, on, cents: Math.abs(cents), occurrence });
    }
    if (state === 'UNCOLLECTABLE' && !collections.some(({ origin }) => origin === WRITE_OFF)) {
      toReview.push(`ligne ${line} soldée en non-valeur, sans le montant qui est admis`);
    }
  }
  return { moves: moves.sort(inOrder), toReview };
}

function kindOf(origin: string, cents: Cents): KeyedCollection['kind'] | null {
  if (MONEY.has(origin)) return cents > 0 ? 'MONEY' : 'REVERSAL';
  return origin === WRITE_OFF && cents > 0 ? 'WRITE_OFF' : null;
}

const RANKS = { MONEY: 0, REVERSAL: 1, WRITE_OFF: 2 } as const;

function inOrder(a: KeyedCollection, b: KeyedCollection): number {
  if (isBefore(a.on, b.on)) return -1;
  return isBefore(b.on, a.on) ? 1 : RANKS[a.kind] - RANKS[b.kind];
}

/** Where the comptable counts more or less on a line than its collections add up to. */
export function countsOtherwise({ collectedCents, collections, number }: ReturnedLine): string | null {
  if (collectedCents === null) return null;
  const told = sumCents(collections.map(({ cents }) => cents));
  if (told === collectedCents) return null;
  return `la Trésorerie compte ${euros(collectedCents)} sur la ligne ${number} et en détaille ${euros(told)}`;
}
