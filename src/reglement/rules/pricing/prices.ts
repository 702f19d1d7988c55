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

const LABELS: Record<ChargeEvent, string> = {
  UNIT: 'prix à l’unité',
  UNPLANNED: 'prix si non prévu',
  UNJUSTIFIED_ABSENCE: 'prix si absence injustifiée',
};

const EVENT_LABELS: Record<ChargeEvent, string> = {
  UNIT: 'présence',
  UNPLANNED: 'présence non prévue',
  UNJUSTIFIED_ABSENCE: 'absence injustifiée',
};

/** The price that a row gives for an event; undefined when it is to be derived. */
export function priceGiven(event: ChargeEvent, prices: Partial<Prices>): Cents | undefined {
  switch (event) {
    case 'UNIT':
      return prices.unitCents;
    case 'UNPLANNED':
      return prices.unplannedCents;
    case 'UNJUSTIFIED_ABSENCE':
      return prices.unjustifiedAbsenceCents;
  }
}

export function priceFor(event: ChargeEvent, prices: Prices): Cents {
  return priceGiven(event, prices)!;
}

/** « prix si non prévu ». */
export function priceLabel(event: ChargeEvent): string {
  return LABELS[event];
}

/** « présence non prévue »: what happened, where its price is derived from another. */
export function eventLabel(event: ChargeEvent): string {
  return EVENT_LABELS[event];
}
