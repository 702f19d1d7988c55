import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../../kernel/money.js';
import { CreditBalances } from '../../../ledger/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Configuration } from '../../../platform/config/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import type { BasketValidationRow } from '../../data/basket-validation.entity.js';
import { HoldsStore } from '../../data/holds-store.js';
import type { PlaceHoldRow } from '../../data/place-hold.entity.js';
import { ValidationsStore } from '../../data/validations-store.js';
import { type BasketPayment, basketPayment, paymentSentence } from '../../rules/basket-payment.js';
import { byDay } from '../../rules/day-order.js';
import { isHeld } from '../../rules/place-hold.js';
import { isLate } from '../../rules/refusal-sentence.js';
import type { DecidedLine } from '../../rules/recap.js';
import { type BookingFacts, LoadBookingFacts } from '../load-booking-facts.js';
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
  /** AWAITING_PAYMENT: its place is held; NOT_PAID: it was, and was given back. */
  readonly outcome: 'ACCEPTED' | 'AWAITING_PAYMENT' | 'NOT_PAID' | 'REFUSED';
  readonly reservationId: number | null;
  readonly unitCents: Cents | null;
  /** « 45,00 € par mois », where the day counts in a forfait; else null. */
  readonly forfait: string | null;
  readonly refusal: Refusal | null;
  /** Until when its place is held, when AWAITING_PAYMENT. */
  readonly heldUntil: Temporal.Instant | null;
}

export interface ShownPayment extends BasketPayment {
  /** French: what is held until when, what is to be paid. */
  readonly sentence: string;
  /** The page on which the family pays; null where there is nothing to pay. */
  readonly url: string | null;
}

export interface ShownValidation {
  readonly id: number;
  readonly validatedAt: Temporal.Instant;
  readonly accepted: number;
  readonly awaiting: number;
  readonly refused: number;
  readonly cents: Cents;
  /** « 147 jours réservés, 3 refusés : complet le … ». */
  readonly sentence: string;
  /** Null where nothing in it is paid at booking. */
  readonly payment: ShownPayment | null;
  /** By date, then as in the foyer. */
  readonly lines: readonly ShownDecision[];
}

/** What was decided when a basket was validated. */
@Injectable()
export class ShowValidation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly credits: CreditBalances,
    private readonly holds: HoldsStore,
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
      const now = this.clock.now();
      const holds = await this.holds.ofValidation(collectiviteId, validationId);
      const inOrder = byDay((childId) => facts.child(childId).birthDate);
      const shown = lines
        .map((line) => shownLine(line, holds, facts, { zone: timeZone, now }))
        .sort((a, b) => inOrder(a, b) || a.sessionId - b.sessionId);
      const count = (outcome: ShownDecision['outcome']) => shown.filter((line) => line.outcome === outcome).length;
      return {
        id: row.id,
        validatedAt: row.validatedAt,
        accepted: count('ACCEPTED'),
        awaiting: count('AWAITING_PAYMENT'),
        refused: row.refused,
        cents: sumCents(lines.map(({ unitCents }) => unitCents ?? 0)),
        sentence,
        payment: await this.payment(row, holds, { zone: timeZone, now }),
        lines: shown,
      };
    });
  }

  private async payment(
    { id, collectiviteId, familyId, paidAt }: BasketValidationRow,
    holds: readonly PlaceHoldRow[],
    { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
  ): Promise<ShownPayment | null> {
    const freeCredit = holds.length === 0 ? 0 : await this.credits.ofBasket(collectiviteId, familyId, id);
    const payment = basketPayment(holds, { paid: paidAt !== null, freeCredit, now });
    if (payment === null) return null;
    const page = `${this.configuration.publicUrl}/familles/${familyId}/panier/paiements/${id}`;
    return {
      ...payment,
      sentence: paymentSentence(payment, holds, { now, zone }),
      url: payment.state === 'AWAITING' ? page : null,
    };
  }
}

function shownLine(
  line: DecidedLine,
  holds: readonly PlaceHoldRow[],
  facts: BookingFacts,
  { zone, now }: { readonly zone: string; readonly now: Temporal.Instant },
): ShownDecision {
  const { sessionId, childId, prestationId, unitCents, code } = line;
  const hold =
    line.heldUntil === undefined ? null : holds.find((one) => one.sessionId === sessionId && one.childId === childId)!;
  const outcome = code !== null ? 'REFUSED' : hold === null ? 'ACCEPTED' : outcomeOfHold(hold, now);
  const { firstName, lastName } = facts.child(childId);
  return {
    sessionId,
    childId,
    childName: `${firstName} ${lastName}`,
    prestationId,
    prestationName: facts.prestation(prestationId).name,
    siteName: facts.siteName(prestationId),
    date: Temporal.PlainDate.from(line.date),
    outcome,
    reservationId: line.reservationId ?? hold?.reservationId ?? null,
    heldUntil: outcome === 'AWAITING_PAYMENT' ? hold!.expiresAt : null,
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

function outcomeOfHold(hold: PlaceHoldRow, now: Temporal.Instant): ShownDecision['outcome'] {
  if (hold.state === 'RESERVED') return 'ACCEPTED';
  return isHeld(hold, now) ? 'AWAITING_PAYMENT' : 'NOT_PAID';
}
