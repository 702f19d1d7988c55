import { euros } from '../../kernel/french.js';
import type { Cents } from '../../kernel/money.js';
import {
  CHARGE_EVENTS,
  priceFor,
  priceLabel,
  type Quote,
  recheckQuote,
  supplementsCents,
} from '../../reglement/rules/index.js';
import { type LateBooking, type Promised, toldPrice } from './late-booking.js';

/** What a reservation keeps of the prices that were promised with it, as it is stored. */
export interface KeptPromise {
  readonly unitCents: Cents;
  readonly unjustifiedAbsenceCents: Cents;
  /** JSON of a `Quote`. */
  readonly quote: string;
  /** JSON of a `LateBooking`; null: booked in time. */
  readonly late: string | null;
  /** JSON of the labels of the supplements taken with it; null: none. */
  readonly supplements: string | null;
}

/**
 * What does not agree between the promised prices and the steps that were kept with them, in French words that follow
 * « la réservation n° 12 »; null when the steps give all of them.
 */
export function promiseFault(kept: KeptPromise): string | null {
  try {
    const quote = JSON.parse(kept.quote) as Quote;
    const late = JSON.parse(kept.late ?? 'null') as LateBooking | null;
    const supplements = JSON.parse(kept.supplements ?? '[]') as string[];
    return quoteFault(quote) ?? columnsFault(kept, { prices: quote, supplements }, late);
  } catch {
    // Whatever is wrong in the stored steps: missing, contradicting each other, or not steps at all.
    return 'garde une explication qui se contredit : aucun prix ne peut en être recalculé';
  }
}

function quoteFault(quote: Quote): string | null {
  const given = recheckQuote(quote);
  for (const event of CHARGE_EVENTS) {
    const [promised, computed] = [priceFor(event, quote), priceFor(event, given)];
    if (promised !== computed) return disagrees(priceLabel(event), promised, computed);
  }
  return null;
}

/** The columns that lists read repeat the promise, with what supplements and being late added. */
function columnsFault(kept: KeptPromise, promised: Promised, late: LateBooking | null): string | null {
  const unit = toldPrice(promised, late);
  if (kept.unitCents !== unit) return disagrees(priceLabel('UNIT'), kept.unitCents, unit);
  const { prices, supplements } = promised;
  const absence = prices.unjustifiedAbsenceCents + supplementsCents(prices, supplements);
  return kept.unjustifiedAbsenceCents === absence
    ? null
    : disagrees(priceLabel('UNJUSTIFIED_ABSENCE'), kept.unjustifiedAbsenceCents, absence);
}

function disagrees(price: string, promised: Cents, computed: Cents): string {
  return `promet ${euros(promised)} (${price}), son explication donne ${euros(computed)}`;
}
