import { euros } from '../../../kernel/french.js';
import type { Cents } from '../../../kernel/money.js';
import { exactly, minus, rounded, times } from './exact.js';
import { type Happened, stepsOf } from './price-of.js';
import type { Quote } from './quote.js';
import { amountOf } from './running-amount.js';
import { sliceInFrench } from './tariff-words.js';

type Told = Omit<Happened, 'arrival' | 'departure'>;

/** What a stay costs for each slice that is begun, and what is due once, however long it lasts. */
interface BySlice {
  readonly each: Cents;
  readonly once: Cents;
}

const MINUTES_OF_A_DAY = 24 * 60;

/**
 * « 0,25 € par demi-heure commencée, jusqu’à 18 h 30, plus 1,00 € ». What does not depend on the length is told as one
 * amount: the price of an absence, or one that is fixed.
 */
export function stayInFrench(quote: Quote, told: Told): string {
  if (told.event === 'UNJUSTIFIED_ABSENCE') return euros(quote.unjustifiedAbsenceCents);
  const { each, once } = bySlice(quote, told);
  if (each === 0) return euros(once);
  const words = `${euros(each)} ${sliceInFrench(quote.rules!.stay!)}`;
  if (once === 0) return words;
  return `${words}, ${once < 0 ? 'moins' : 'plus'} ${euros(Math.abs(once))}`;
}

/** Long stays tell them apart: a short one may cost nothing, where something is taken off once. */
function bySlice(quote: Quote, told: Told): BySlice {
  const { sliceMinutes } = quote.rules!.stay!;
  const most = Math.floor((MINUTES_OF_A_DAY - 1) / sliceMinutes!);
  const price = (slices: number) => amountOf(stayOf(quote, told, slices * sliceMinutes!), told.event);
  if (most < 2) return { each: rounded(price(0)), once: 0 };
  const longest = price(most);
  const each = minus(longest, price(most - 1));
  return { each: rounded(each), once: rounded(minus(longest, times(each, exactly(most)))) };
}

/** The steps of a stay of so many minutes, whatever the hours of the service. */
function stayOf(quote: Quote, told: Told, length: number) {
  const { latePickup: _, stay, ...rules } = quote.rules!;
  const { from: _from, until: _until, ...anyHour } = stay!;
  const departure = `${twoDigits(Math.floor(length / 60))}:${twoDigits(length % 60)}`;
  return stepsOf(quote, { ...rules, stay: anyHour }, { ...told, arrival: '00:00', departure });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
