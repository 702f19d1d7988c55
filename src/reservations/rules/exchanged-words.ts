import type { Temporal } from '../../kernel/civil-time.js';
import { enumeration, longDate } from '../../kernel/french.js';
import type { LeftReserved } from './exchanged-days.js';

/** What an exchange of days leaves reserved, and by whom it may be given up, as the mail of one foyer says it. */
export function exchangedWords({ own, byOther }: LeftReserved): string[] {
  return [ownWords(eachOnce(own)), byOther.length > 0 ? otherWords(byOther) : null].filter((words) => words !== null);
}

function ownWords(dates: readonly Temporal.PlainDate[]): string {
  const [days, several] = [enumeration(dates.map(longDate)), dates.length > 1];
  if (dates.length === 0) return 'Vous n’avez aucune réservation à annuler sur les jours que vous donnez.';
  return several
    ? `Vous aviez réservé des jours que vous donnez : ${days}. Ils restent à votre nom. Seul votre foyer peut les annuler, dans « Garde et échanges de jours », qui dit jusqu’à quand et ce que cela coûte ou rend.`
    : `Vous aviez réservé un jour que vous donnez : ${days}. Il reste à votre nom. Seul votre foyer peut l’annuler, dans « Garde et échanges de jours », qui dit jusqu’à quand et ce que cela coûte ou rend.`;
}

function otherWords(dates: readonly Temporal.PlainDate[]): string {
  const days = enumeration(dates.map((date) => `le ${longDate(date)}`));
  return dates.length > 1
    ? `L’autre foyer garde des réservations ${days} : lui seul peut les annuler. Une fois qu’il l’aura fait, vous pourrez réserver ces jours, s’il reste de la place.`
    : `L’autre foyer garde une réservation ${days} : lui seul peut l’annuler. Une fois qu’il l’aura fait, vous pourrez réserver ce jour, s’il reste de la place.`;
}

/** A day on which several prestations are reserved is told once. */
function eachOnce(dates: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] {
  return dates.filter((date, index) => !dates[index - 1]?.equals(date));
}
