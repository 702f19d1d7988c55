import { Injectable } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { longDate, typeset } from '../../kernel/french.js';
import { Database } from '../../platform/database/database.js';
import type { ChargeEvent } from '../../reglement/index.js';
import { CheckPromises } from '../../reservations/index.js';
import { chargeFault } from '../rules/charge-check.js';

const ROWS_AT_ONCE = 1000;

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
    for (let after = 0, rows = await this.next(after); rows.length > 0; rows = await this.next(after)) {
      for (const { id, collectivite_id, date, event, amount_cents, care_cents, explanation } of rows) {
        const fault = chargeFault({
          event,
          amountCents: Number(amount_cents),
          careCents: care_cents === null ? null : Number(care_cents),
          reasons: explanation,
        });
        if (fault === null) continue;
        const day = longDate(Temporal.PlainDate.from(date));
        tell(typeset(`Collectivité n° ${collectivite_id} : la consommation n° ${id} du ${day} ${fault}.`));
      }
      checked += rows.length;
      after = Number(rows.at(-1)!.id);
    }
    return checked;
  }

  private next(after: number): Promise<StoredCharge[]> {
    return this.database.read(() =>
      this.database.rows<StoredCharge>(
        `SELECT id, collectivite_id, date, event, amount_cents, care_cents, explanation
         FROM charges WHERE id > ? ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
        [after],
      ),
    );
  }
}
