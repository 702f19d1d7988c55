import { type Cents, roundHalfUp } from '../../kernel/money.js';

/** What was charged, as tax certificates see it. */
export interface CareParts {
  /** The care, where the tariff tells it. */
  readonly careCents: Cents;
  /** The rest, where the tariff tells the care. */
  readonly otherCents: Cents;
  /** All of it, where the tariff does not. */
  readonly unknownCents: Cents;
}

/** What is left of a charge once credit notes took a part of it back: of its care, as much in proportion. */
export function careLeft(
  { cents, careCents }: { readonly cents: Cents; readonly careCents: Cents | null },
  creditedCents: Cents,
): CareParts {
  const left = cents - creditedCents;
  if (careCents === null) return { careCents: 0, otherCents: 0, unknownCents: left };
  const care = cents === 0 ? 0 : roundHalfUp(careCents * left, cents);
  return { careCents: care, otherCents: left - care, unknownCents: 0 };
}

export function addedCare(a: CareParts, b: CareParts): CareParts {
  return {
    careCents: a.careCents + b.careCents,
    otherCents: a.otherCents + b.otherCents,
    unknownCents: a.unknownCents + b.unknownCents,
  };
}
