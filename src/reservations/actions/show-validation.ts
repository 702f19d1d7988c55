import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ValidationsStore } from '../data/validations-store.js';
import { isLate } from '../rules/refusal-sentence.js';
import type { DecidedLine } from '../rules/recap.js';
import { type BookingFacts, LoadBookingFacts } from './load-booking-facts.js';
import { refusedDetail } from './mail-validation.js';
import type { Refusal } from './show-basket.js';

export interface ShownDecision {
  readonly sessionId: number;
  readonly childId: number;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly siteName: string;
  readonly date: Temporal.PlainDate;
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  readonly reservationId: number | null;
  readonly unitCents: Cents | null;
  /** « 45,00 € par mois », where the day counts in a forfait; else null. */
  readonly forfait: string | null;
  readonly refusal: Refusal | null;
}

export interface ShownValidation {
  readonly id: number;
  readonly validatedAt: Temporal.Instant;
  readonly accepted: number;
  readonly refused: number;
  readonly cents: Cents;
  /** « 147 jours réservés, 3 refusés : complet le … ». */
  readonly sentence: string;
  /** By date. */
  readonly lines: readonly ShownDecision[];
}

/** What was decided when a basket was validated. */
@Injectable()
export class ShowValidation {
  constructor(
    private readonly database: Database,
    private readonly validations: ValidationsStore,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadFacts: LoadBookingFacts,
  ) {}

  /** Throws NOT_FOUND for the validation of another family. */
  run(collectiviteId: number, familyId: number, validationId: number): Promise<ShownValidation> {
    return this.database.read(async () => {
      const row = await this.validations.one(collectiviteId, familyId, validationId);
      if (!row) throw httpProblems.NOT_FOUND('Cette validation n’existe pas, ou vous n’y avez pas accès.');
      const { lines, sentence } = row.recap;
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      const facts = await this.loadFacts.run(
        { collectiviteId, familyId },
        lines.map(({ childId }) => childId),
      );
      return {
        id: row.id,
        validatedAt: row.validatedAt,
        accepted: row.accepted,
        refused: row.refused,
        cents: sumCents(lines.map(({ unitCents }) => unitCents ?? 0)),
        sentence,
        lines: [...lines]
          .sort((a, b) => a.date.localeCompare(b.date) || a.sessionId - b.sessionId || a.childId - b.childId)
          .map((line) => shown(line, facts, timeZone)),
      };
    });
  }
}

function shown(line: DecidedLine, facts: BookingFacts, zone: string): ShownDecision {
  const { sessionId, childId, prestationId, reservationId, unitCents, code } = line;
  const { firstName, lastName } = facts.child(childId);
  return {
    sessionId,
    childId,
    childName: `${firstName} ${lastName}`,
    prestationId,
    prestationName: facts.prestation(prestationId).name,
    siteName: facts.siteName(prestationId),
    date: Temporal.PlainDate.from(line.date),
    outcome: code === null ? 'ACCEPTED' : 'REFUSED',
    reservationId,
    unitCents,
    forfait: line.forfait ?? null,
    refusal:
      code === null
        ? null
        : {
            code,
            detail: refusedDetail({ ...line, code }, zone),
            closesAt: isLate(code) ? Temporal.Instant.from(line.addClosesAt) : null,
          },
  };
}
