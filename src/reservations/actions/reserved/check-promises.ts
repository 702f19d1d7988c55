import { Injectable } from '@nestjs/common';
import { typeset } from '../../../kernel/french.js';
import { Database } from '../../../platform/database/database.js';
import { rowsById } from '../../../platform/database/rows-by-id.js';
import { promiseFault } from '../../rules/promise-check.js';

const COLUMNS =
  'id, collectivite_id, unit_cents, unjustified_absence_cents, price_explanation, late_booking, supplements';

interface StoredPromise {
  readonly id: number | string;
  readonly collectivite_id: number | string;
  readonly unit_cents: number | string;
  readonly unjustified_absence_cents: number | string;
  readonly price_explanation: string;
  readonly late_booking: string | null;
  readonly supplements: string | null;
}

/** Computes again the prices that every reservation was promised, from the steps kept with it. */
@Injectable()
export class CheckPromises {
  constructor(private readonly database: Database) {}

  /** All collectivités, a thousand rows at a time; tells each fault, and answers how many promises were looked at. */
  async run(tell: (fault: string) => void): Promise<number> {
    let checked = 0;
    for await (const row of rowsById<StoredPromise>(this.database, 'reservations', COLUMNS)) {
      checked += 1;
      const fault = faultOf(row);
      if (fault !== null)
        tell(typeset(`Collectivité n° ${row.collectivite_id} : la réservation n° ${row.id} ${fault}.`));
    }
    return checked;
  }
}

function faultOf(row: StoredPromise): string | null {
  return promiseFault({
    unitCents: Number(row.unit_cents),
    unjustifiedAbsenceCents: Number(row.unjustified_absence_cents),
    quote: row.price_explanation,
    late: row.late_booking,
    supplements: row.supplements,
  });
}
