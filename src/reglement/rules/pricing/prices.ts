import type { Cents } from '../../../kernel/money.js';

/** The three prices that the règlement table shows for a prestation. */
export interface Prices {
  /** Booked and came. */
  readonly unitCents: Cents;
  /** Came without a booking. */
  readonly unplannedCents: Cents;
  /** Booked, did not come, without a valid reason. */
  readonly unjustifiedAbsenceCents: Cents;
}

/** What happened that is charged; each one has its price. */
export type ChargeEvent = 'UNIT' | 'UNPLANNED' | 'UNJUSTIFIED_ABSENCE';

export const CHARGE_EVENTS: readonly ChargeEvent[] = ['UNIT', 'UNPLANNED', 'UNJUSTIFIED_ABSENCE'];

const PRICE_OF: Record<ChargeEvent, keyof Prices> = {
  UNIT: 'unitCents',
  UNPLANNED: 'unplannedCents',
  UNJUSTIFIED_ABSENCE: 'unjustifiedAbsenceCents',
};

const LABELS: Record<ChargeEvent, string> = {
  UNIT: 'prix à l’unité',
  UNPLANNED: 'prix si non prévu',
  UNJUSTIFIED_ABSENCE: 'prix si absence injustifiée',
};

export function priceFor(event: ChargeEvent, prices: Prices): Cents {
  return prices[PRICE_OF[event]];
}

/** « prix si non prévu ». */
export function priceLabel(event: ChargeEvent): string {
  return LABELS[event];
}
