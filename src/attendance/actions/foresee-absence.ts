import { Injectable } from '@nestjs/common';
import type { Cents } from '../../kernel/money.js';
import { Problem } from '../../kernel/problem.js';
import { Database } from '../../platform/database/database.js';
import { FindReservations } from '../../reservations/index.js';
import { ABSENCE_KINDS, type AbsenceKind } from '../rules/absence.js';
import { CheckAbsences } from './check-absences.js';
import { LoadBookedDays } from './load-booked-days.js';
import { type AbsenceDraft, type ShownDay, ShowAbsences } from './show-absences.js';

export interface ForeseenDay extends ShownDay {
  /** What the day costs when the absence is not justified; null where what happens makes the price. */
  readonly unjustifiedCents: Cents | null;
}

export interface ForeseenAbsence {
  /** Why it cannot be declared now; null: it can. */
  readonly refusal: { readonly code: string; readonly detail: string } | null;
  readonly kinds: readonly { readonly kind: AbsenceKind; readonly days: readonly ForeseenDay[] }[];
}

/** Before a foyer declares an absence: whether it may, and what each day would cost by what it says. */
@Injectable()
export class ForeseeAbsence {
  constructor(
    private readonly database: Database,
    private readonly check: CheckAbsences,
    private readonly loadBookedDays: LoadBookedDays,
    private readonly showAbsences: ShowAbsences,
    private readonly findReservations: FindReservations,
  ) {}

  /** Throws NOT_FOUND for a child of another foyer. */
  run(
    scope: { readonly collectiviteId: number; readonly familyId: number },
    wanted: Omit<AbsenceDraft, 'kind'>,
  ): Promise<ForeseenAbsence> {
    return this.database.read(async () => {
      const drafts = [{ ...wanted, familyId: scope.familyId }];
      await this.check.strangers(scope, drafts);
      const refusal = await this.refusal(scope.collectiviteId, drafts);
      if (refusal) return { refusal, kinds: [] };
      const shown = await this.showAbsences.undeclared(
        scope,
        ABSENCE_KINDS.map((kind) => ({ ...wanted, kind })),
      );
      const prices = await this.prices(scope.collectiviteId, wanted.childId, shown[0]!.days);
      return {
        refusal: null,
        kinds: shown.map(({ absence: { kind }, days }) => ({
          kind,
          days: days.map((day) => ({ ...day, unjustifiedCents: prices.get(day.sessionId) ?? null })),
        })),
      };
    });
  }

  private async refusal(
    collectiviteId: number,
    drafts: Parameters<CheckAbsences['empty']>[1],
  ): Promise<ForeseenAbsence['refusal']> {
    try {
      const booked = await this.loadBookedDays.run(collectiviteId, drafts);
      await this.check.empty(collectiviteId, drafts, booked);
      const days = booked.flat();
      this.check.billed(
        days,
        new Set(days.filter(({ session }) => session.billedAt !== null).map(({ session }) => session.id)),
      );
      await this.check.repeated(collectiviteId, drafts);
      return null;
    } catch (error) {
      if (error instanceof Problem) return { code: error.code, detail: error.detail };
      throw error;
    }
  }

  /** By session. A forfait and a price by the hour say nothing of one day; nor does one that counts absences. */
  private async prices(
    collectiviteId: number,
    childId: number,
    days: readonly ShownDay[],
  ): Promise<Map<number, Cents>> {
    const sessionIds = days.map(({ sessionId }) => sessionId);
    const rows = await this.findReservations.living(collectiviteId, [childId], sessionIds);
    return new Map(
      rows.flatMap(({ sessionId, unjustifiedAbsenceCents, priceExplanation: { rules = {} } }) =>
        rules.forfait || rules.stay || rules.unjustifiedAbsence ? [] : [[sessionId, unjustifiedAbsenceCents] as const],
      ),
    );
  }
}
