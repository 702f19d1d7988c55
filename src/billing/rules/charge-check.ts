import { euros } from '../../kernel/french.js';
import type { Cents } from '../../kernel/money.js';
import { type ChargeEvent, eventOf, priceLabel, recheck } from '../../reglement/rules/index.js';
import { careOfDifference } from './difference.js';
import type { ChargeReasons } from './draft-invoices.js';

/** What was charged, as it is stored. */
export interface KeptCharge {
  readonly event: ChargeEvent;
  readonly amountCents: Cents;
  /** Null: not told, or older than it was kept. */
  readonly careCents: Cents | null;
  /** JSON of `ChargeReasons`. */
  readonly reasons: string;
}

/**
 * What does not agree between an amount and the steps that were kept with it, in French words that follow « la
 * consommation n° 12 »; null when the steps give the amount.
 */
export function chargeFault({ event, amountCents, careCents, reasons }: KeptCharge): string | null {
  try {
    const { steps, before } = JSON.parse(reasons) as ChargeReasons;
    const computed = recheck(steps) - (before?.cents ?? 0);
    if (computed !== amountCents) return `est facturée ${euros(amountCents)}, son explication donne ${euros(computed)}`;
    const split = steps.find((step) => step.step === 'SPLIT')?.careCents ?? 0;
    const care = before ? careOfDifference(split, before.careCents ?? 0, amountCents) : split;
    if (careCents !== null && careCents !== care)
      return `comprend ${euros(careCents)} de garde, son explication en donne ${euros(care)}`;
    const told = eventOf(steps);
    return told === event
      ? null
      : `est facturée au ${priceLabel(event)}, son explication est celle du ${priceLabel(told)}`;
  } catch {
    // Whatever is wrong in the stored steps: missing, contradicting each other, or not steps at all.
    return 'garde une explication qui se contredit : aucun montant ne peut en être recalculé';
  }
}
