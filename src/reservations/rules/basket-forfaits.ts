import { spanHolds, Temporal } from '../../kernel/civil-time.js';
import { counted, euros, plainDate, typeset } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { type ForfaitPeriod, isInForfait, priceOf, type Quote } from '../../reglement/rules/index.js';

/** A day of a basket that would be accepted, at what it would be promised. */
export interface ForfaitDay {
  readonly childId: number;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly date: Temporal.PlainDate;
  readonly quote: Quote;
}

/** A day that the family reserved already. */
export interface ReservedForfaitDay {
  readonly childId: number;
  readonly prestationId: number;
  readonly date: Temporal.PlainDate;
}

/** A forfait that covers days of a basket; both dates included. */
export interface BasketForfait {
  readonly childId: number;
  readonly prestationId: number;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** Days of the basket that it covers. */
  readonly days: number;
  /** What the basket makes due; 0 where a day reserved before carries it already. */
  readonly cents: Cents;
  /** French. */
  readonly sentence: string;
}

/**
 * The forfaits of a basket, by child, prestation and period: each is due once, whatever the days, and not again where
 * the family reserved one of the period before. `periodOf` tells the days of a period.
 */
export function basketForfaits(
  days: readonly ForfaitDay[],
  reserved: readonly ReservedForfaitDay[],
  periodOf: (per: ForfaitPeriod, date: Temporal.PlainDate) => { readonly from: string; readonly to: string },
): BasketForfait[] {
  const covered = days.flatMap((day) => {
    const per = day.quote.rules?.forfait;
    return per !== undefined && isInForfait(day.quote, 'UNIT') ? [{ ...day, period: periodOf(per, day.date) }] : [];
  });
  const groups = groupedBy(covered, ({ childId, prestationId, period }) => `${childId}:${prestationId}:${period.from}`);
  return [...groups.values()].map((group) => {
    const first = group.reduce((a, b) => (Temporal.PlainDate.compare(b.date, a.date) < 0 ? b : a));
    const span = {
      from: Temporal.PlainDate.from(first.period.from),
      to: Temporal.PlainDate.from(first.period.to),
    };
    const isDue = !reserved.some(
      ({ childId, prestationId, date }) =>
        childId === first.childId && prestationId === first.prestationId && spanHolds(span, date),
    );
    const { cents } = priceOf(first.quote, { event: 'UNIT', rankInPeriod: 1 });
    const { childId, prestationId } = first;
    return {
      ...{ childId, prestationId, ...span, days: group.length },
      cents: isDue ? cents : 0,
      sentence: sentenceOf(first, span, { days: group.length, cents, isDue }),
    };
  });
}

/** « Cantine, Léa Moreau : forfait de 45,00 € pour la période du … au …, dû une seule fois ; il comprend 4 jours du panier. » */
function sentenceOf(
  { childName, prestationName }: ForfaitDay,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  { days, cents, isDue }: { readonly days: number; readonly cents: Cents; readonly isDue: boolean },
): string {
  const period = `du ${plainDate(from)} au ${plainDate(to)}`;
  const included = counted(days, 'jour', 'jours');
  return typeset(
    isDue
      ? `${prestationName}, ${childName} : forfait de ${euros(cents)} pour la période ${period}, dû une seule fois ; il comprend ${included} de ce panier.`
      : `${prestationName}, ${childName} : ${included} de ce panier ${days === 1 ? 'est compris' : 'sont compris'} dans le forfait de la période ${period}, déjà dû pour un jour réservé avant.`,
  );
}
