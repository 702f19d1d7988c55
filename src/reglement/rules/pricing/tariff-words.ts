import { counted, euros, hundredths, NBSP, plainDate, typeset } from '../../../kernel/french.js';
import { Temporal } from '../../../kernel/civil-time.js';
import type { Cents } from '../../../kernel/money.js';
import { audienceInFrench } from './audience.js';
import type { Leaf } from './leaves.js';
import { childOfRank, counterInFrench, french, markupInFrench, siblingPriceInFrench } from './markup.js';
import { hasMeal } from './split.js';
import type { CountedMarkup, EffortRate, Reduction, Split, TariffOptions, TariffRow, TimeSlices } from './tariff.js';

/** The name of the row or the form that a price comes from: « Tranche B », « taux d'effort de 0,55 % ». */
export function leafLabel({ form }: Leaf, rowIndex: number): string {
  switch (form.type) {
    case 'FLAT':
      return 'Tarif unique';
    case 'BRACKETS':
      return form.rows[rowIndex]!.label;
    case 'EFFORT_RATE':
      return `Taux d’effort de ${french(form.ratePct)}${NBSP}%`;
    case 'DAYS_PER_WEEK':
      return 'Forfait selon le nombre de jours par semaine';
    case 'NONE':
      return 'Selon la durée';
  }
}

/** « QF inférieur à 400 », « QF de 400 à moins de 640 », « QF de 1 900 et plus ». Bounds in hundredths. */
export function quotientsInFrench({
  quotientMin,
  quotientMax,
}: Pick<TariffRow, 'quotientMin' | 'quotientMax'>): string {
  if (quotientMax === null) return quotientMin === 0 ? 'tous les QF' : `QF de ${hundredths(quotientMin)} et plus`;
  if (quotientMin === 0) return `QF inférieur à ${hundredths(quotientMax)}`;
  return `QF de ${hundredths(quotientMin)} à moins de ${hundredths(quotientMax)}`;
}

/** « 0,55 % du QF, de 0,50 € à 6,00 € ». */
export function effortRateInFrench({ ratePct, minCents, maxCents, quotientMin, quotientMax }: EffortRate): string {
  const held =
    quotientMin === undefined && quotientMax === undefined
      ? ''
      : `, QF compté ${[
          quotientMin === undefined ? null : `au moins ${hundredths(quotientMin)}`,
          quotientMax === undefined ? null : `au plus ${hundredths(quotientMax)}`,
        ]
          .filter(Boolean)
          .join(' et ')}`;
  return `${french(ratePct)}${NBSP}% du QF, de ${euros(minCents)} à ${euros(maxCents)}${held}`;
}

/** « par demi-heure commencée, à partir de 16 h 15 ». */
export function sliceInFrench({ sliceMinutes, from, until }: Omit<TimeSlices, 'type' | 'tariff'>): string {
  const slice =
    sliceMinutes === undefined
      ? 'selon la durée'
      : sliceMinutes === 60
        ? 'par heure commencée'
        : sliceMinutes === 30
          ? 'par demi-heure commencée'
          : sliceMinutes === 15
            ? 'par quart d’heure commencé'
            : `par tranche commencée de ${sliceMinutes}${NBSP}min`;
  return [slice, from && `à partir de ${hourOf(from)}`, until && `jusqu’à ${hourOf(until)}`].filter(Boolean).join(', ');
}

/** What holds beside the rows of the règlement table, one French line each. */
export function optionsInFrench(options: TariffOptions): string[] {
  const { prices, costPriceCents, nonResident, pai, reductions = [], supplements = [] } = options;
  const { missingQuotient, latePickup, split } = options;
  return [
    ...(nonResident ? [`hors commune : ${markupInFrench(nonResident, costPriceCents)}`] : []),
    ...reductions.flatMap(reductionInFrench),
    ...(pai ? [`repas fourni par la famille (PAI) : ${markupInFrench(pai, costPriceCents)}`] : []),
    ...(prices?.unplanned ? [countedInFrench('présence non prévue', prices.unplanned, costPriceCents)] : []),
    ...(prices?.unjustifiedAbsence
      ? [countedInFrench('absence injustifiée', prices.unjustifiedAbsence, costPriceCents)]
      : []),
    ...(latePickup
      ? [
          `départ après ${hourOf(latePickup.after)} : ${euros(latePickup.cents)} ${sliceInFrench({ sliceMinutes: latePickup.sliceMinutes })}`,
        ]
      : []),
    ...supplements.map(({ label, cents }) => `${label} : +${euros(cents)}`),
    ...(missingQuotient?.until
      ? [
          `sans QF connu : ${missingQuotient.row} jusqu’au ${plainDate(Temporal.PlainDate.from(missingQuotient.until))}, puis le prix le plus haut`,
        ]
      : []),
    ...(split ? [splitInFrench(split)] : []),
  ].map(typeset);
}

function splitInFrench(split: Split): string {
  if (!hasMeal(split)) return 'tout est de la garde';
  if ('mealCents' in split) return `dont repas : ${euros(split.mealCents)} au plus`;
  return `dont repas : ${french(split.mealPct)}${NBSP}%`;
}

/** « habitants de la commune, maternelle »; empty when the grid is for everybody. */
export function audiencesInFrench({ audiences }: Leaf): string {
  return audiences.map(audienceInFrench).join(', ');
}

/** « jusqu'à 1 h 30 »; the last line of a table holds for all longer stays: « plus de 1 h ». */
export function uptoInFrench(uptoMinutes: number, beyond?: number): string {
  return beyond === undefined ? `jusqu’à ${lengthInFrench(uptoMinutes)}` : `plus de ${lengthInFrench(beyond)}`;
}

/** « 31 min », « 1 h 30 ». */
export function lengthInFrench(minutes: number): string {
  if (minutes < 60) return `${minutes}${NBSP}min`;
  const rest = minutes % 60;
  return `${Math.trunc(minutes / 60)}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`;
}

/** « 3 jours par semaine ». */
export function daysWords(days: number): string {
  return counted(days, 'jour par semaine', 'jours par semaine');
}

function countedInFrench(name: string, { counter, ...markup }: CountedMarkup, cost: Cents | undefined): string {
  const when = counter === undefined ? '' : `, ${counterInFrench(counter)}`;
  return `${name} : ${markupInFrench(markup, cost)}${when}`;
}

function reductionInFrench({ order, ranks }: Reduction): string[] {
  const among = order === 'BY_ENROLMENTS' ? ' inscrit' : '';
  return ranks.map(({ from, ...price }, index) => {
    const next = ranks[index + 1];
    const more = next === undefined ? ' et suivants' : next.from === from + 1 ? '' : ` au ${next.from - 1}ᵉ`;
    return `${childOfRank(from)}${among}${more} : ${siblingPriceInFrench(price)}`;
  });
}

function hourOf(text: string): string {
  return `${Number(text.slice(0, 2))}${NBSP}h${NBSP}${text.slice(3)}`;
}
