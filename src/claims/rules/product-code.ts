import { isBefore, type Temporal } from '../../kernel/civil-time.js';

export interface ProductCode {
  readonly prestationId: number;
  readonly fromDate: Temporal.PlainDate;
  readonly code: string;
  readonly chapter: string;
}

/** The code of a prestation on a day: the latest that began. Undefined before the first one. */
export function productCodeOn<Code extends ProductCode>(
  codes: readonly Code[],
  prestationId: number,
  date: Temporal.PlainDate,
): Code | undefined {
  return codes
    .filter((code) => code.prestationId === prestationId && !isBefore(date, code.fromDate))
    .reduce<Code | undefined>(
      (latest, code) => (latest && isBefore(code.fromDate, latest.fromDate) ? latest : code),
      undefined,
    );
}
