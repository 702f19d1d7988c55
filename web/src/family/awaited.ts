import type { Schemas } from '../api/client';

interface Row {
  readonly prestationName: string;
  readonly cells: readonly Pick<Schemas['CellDto'], 'date' | 'state' | 'elsewhere'>[];
}

/**
 * Where a child is awaited on a day, by whichever foyer it is reserved: « Cantine », and after an exchange of days « Cantine
 * (réservé par l’autre foyer) » or « Cantine (jour de l’autre foyer) »; null where it is not.
 */
export function awaited({ prestationName, cells }: Row, date: string): string | null {
  const cell = cells.find((one) => one.date === date);
  if (cell?.state === 'TAKEN_BY_OTHER') return `${prestationName} (réservé par l’autre foyer)`;
  if (cell?.state !== 'RESERVED') return null;
  return cell.elsewhere ? `${prestationName} (jour de l’autre foyer)` : prestationName;
}
