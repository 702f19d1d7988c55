import { Injectable } from '@nestjs/common';
import { Temporal } from '../../../kernel/civil-time.js';
import { longDate, typeset } from '../../../kernel/french.js';
import { Database } from '../../../platform/database/database.js';
import { rowsById } from '../../../platform/database/rows-by-id.js';
import type { ChargeEvent } from '../../../reglement/index.js';
import { CheckPromises } from '../../../reservations/index.js';
import { chargeFault } from '../../rules/charge-check.js';

const COLUMNS = 'id, collectivite_id, date, event, amount_cents, care_cents, explanation';

/** How many faults are told; the others are counted. */
const TOLD = 40;

export interface ExplanationsVerdict {
  readonly charges: number;
  readonly promises: number;
  readonly faulty: number;
  /** French sentences, the first forty: what does not agree with what. */
  readonly faults: readonly string[];
}

interface StoredCharge {
  readonly id: number | string;
  readonly collectivite_id: number | string;
  readonly date: string;
  readonly event: ChargeEvent;
  readonly amount_cents: number | string;
  readonly care_cents: number | string | null;
  readonly explanation: string;
}

/** Computes every charge and every promised price again, from the steps that were kept with them and nothing else. */
@Injectable()
export class CheckExplanations {
  constructor(
    private readonly database: Database,
    private readonly checkPromises: CheckPromises,
  ) {}

  /** All collectivités; a thousand rows at a time, so that the service goes on and memory stays flat. */
  async run(): Promise<ExplanationsVerdict> {
    const faults: string[] = [];
    let faulty = 0;
    const tell = (fault: string) => {
      faulty += 1;
      if (faults.length < TOLD) faults.push(fault);
    };
    const charges = await this.checkCharges(tell);
    const promises = await this.checkPromises.run(tell);
    return { charges, promises, faulty, faults };
  }

  private async checkCharges(tell: (fault: string) => void): Promise<number> {
    let checked = 0;
    for await (const row of rowsById<StoredCharge>(this.database, 'charges', COLUMNS)) {
      checked += 1;
      const fault = faultOf(row);
      if (fault === null) continue;
      const day = longDate(Temporal.PlainDate.from(row.date));
      tell(typeset(`Collectivité n° ${row.collectivite_id} : la consommation n° ${row.id} du ${day} ${fault}.`));
    }
    return checked;
  }
}

function faultOf({ event, amount_cents, care_cents, explanation }: StoredCharge): string | null {
  return chargeFault({
    event,
    amountCents: Number(amount_cents),
    careCents: care_cents === null ? null : Number(care_cents),
    reasons: explanation,
  });
}
