import { Temporal } from '../../../kernel/civil-time.js';
import { euros, monthName, NBSP, plainDate, shortDate } from '../../../kernel/french.js';
import { type Exact, isWhole, rounded } from './exact.js';
import type { ForfaitPeriod } from './tariff.js';

/** « 3,53375 € »: every decimal of an amount that is not rounded yet; « 3,50 € » when it is whole cents. */
export function exactEuros(amount: Exact): string {
  if (isWhole(amount)) return euros(rounded(amount));
  const units = BigInt(amount.units);
  const digits = String(units < 0n ? -units : units).padStart(amount.decimals + 3, '0');
  const cut = digits.length - amount.decimals - 2;
  const whole = digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${units < 0n ? '−' : ''}${whole},${digits.slice(cut).replace(/0+$/, '')}${NBSP}€`;
}

/** « forfait de novembre 2026 », « forfait de l'année scolaire 2026-2027 », « forfait du 2 novembre au 18 décembre 2026 ». */
export function forfaitInFrench({
  per,
  from,
  to,
}: {
  readonly per: ForfaitPeriod;
  readonly from: string | null;
  readonly to: string | null;
}): string {
  if (from === null || to === null) return `forfait ${PERIODS[per]}`;
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  switch (per) {
    case 'MONTH':
      return `forfait ${ofMonth(monthName(first.toPlainYearMonth()))}`;
    case 'SCHOOL_YEAR':
      return `forfait de l’année scolaire ${first.year}-${last.year}`;
    case 'WEEK':
      return `forfait de la semaine du ${shortDate(first)}`;
    case 'SCHOOL_PERIOD':
      return `forfait de la période du ${plainDate(first)} au ${plainDate(last)}`;
  }
}

/** « par mois »: how often a forfait is due. */
export function perPeriod(per: ForfaitPeriod): string {
  return {
    WEEK: 'par semaine',
    MONTH: 'par mois',
    SCHOOL_PERIOD: 'par période scolaire',
    SCHOOL_YEAR: 'par année scolaire',
  }[per];
}

const PERIODS: Record<ForfaitPeriod, string> = {
  WEEK: 'de la semaine',
  MONTH: 'du mois',
  SCHOOL_PERIOD: 'de la période scolaire',
  SCHOOL_YEAR: 'de l’année scolaire',
};

/** « d'avril », « d'août », « d'octobre », « de novembre ». */
function ofMonth(month: string): string {
  return /^[aâeéèiouy]/i.test(month) ? `d’${month}` : `de ${month}`;
}
