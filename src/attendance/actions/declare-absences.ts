import { Injectable } from '@nestjs/common';
import { FindChildren, LoadCustody } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { enumeration, longDate } from '../../kernel/french.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import type { FamilyAct } from '../../reservations/index.js';
import { AbsenceRow } from '../data/absence.entity.js';
import { attendanceProblems } from '../problems.js';
import { type AbsenceKind, absencesOverlap } from '../rules/absence.js';
import { FindAbsences } from './find-absences.js';
import { type BookedDayOfAbsence, LoadBookedDays } from './load-booked-days.js';
import { MailAboutAbsence } from './mail-about-absence.js';
import { ReviseRolls } from './revise-rolls.js';

export interface AbsencesToDeclare {
  readonly childIds: readonly number[];
  /** Null: every prestation. */
  readonly prestationId: number | null;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
  readonly kind: AbsenceKind;
  readonly note: string | null;
}

type Draft = Omit<AbsencesToDeclare, 'childIds'> & { readonly childId: number; readonly familyId: number };

/** A foyer says that children will not come, or did not, on days that it booked: all of them, or nothing. */
@Injectable()
export class DeclareAbsences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly loadCustody: LoadCustody,
    private readonly findChildren: FindChildren,
    private readonly findAbsences: FindAbsences,
    private readonly loadBookedDays: LoadBookedDays,
    private readonly reviseRolls: ReviseRolls,
    private readonly mail: MailAboutAbsence,
  ) {}

  /**
   * Answers the ids of the absences, one for each child; the acknowledgement leaves by mail. Throws NOT_FOUND for a
   * child of another foyer, NOTHING_RESERVED, ABSENCE_ALREADY_DECLARED, ABSENCE_ALREADY_BILLED.
   */
  run(act: FamilyAct, { childIds, ...wanted }: AbsencesToDeclare): Promise<number[]> {
    const { collectiviteId, familyId, accountId } = act;
    return this.database.unit(async () => {
      const now = this.clock.now();
      const drafts = [...new Set(childIds)].map((childId) => ({ ...wanted, childId, familyId }));
      await this.refuseStrangers(act, drafts);
      const days = await this.loadBookedDays.run(collectiviteId, drafts);
      await this.refuseEmpty(collectiviteId, drafts, days);
      await this.holdRolls(collectiviteId, days.flat(), now);
      await this.refuseRepeated(collectiviteId, drafts);
      const ids: number[] = [];
      for (const draft of drafts) {
        const row = { ...draft, collectiviteId, declaredBy: accountId, declaredAt: now };
        ids.push(await this.database.insert(AbsenceRow, row));
      }
      if (!act.asParent) await this.trace(act, ids);
      await this.mail.acknowledge(act, ids);
      return ids;
    });
  }

  private async refuseStrangers({ collectiviteId, familyId }: FamilyAct, drafts: readonly Draft[]): Promise<void> {
    const custody = await this.loadCustody.run(
      collectiviteId,
      drafts.map(({ childId }) => childId),
    );
    const ours = ({ childId }: Draft) => custody.custodiesOf(childId).some((span) => span.familyId === familyId);
    if (!drafts.every(ours)) throw httpProblems.NOT_FOUND('Cet enfant n’est pas de votre foyer.');
  }

  private async refuseEmpty(
    collectiviteId: number,
    drafts: readonly Draft[],
    days: readonly (readonly BookedDayOfAbsence[])[],
  ): Promise<void> {
    const empty = drafts.filter((_, index) => days[index]!.every(({ came }) => came));
    if (empty.length === 0) return;
    const names = await this.namesOf(collectiviteId, empty);
    throw attendanceProblems.NOTHING_RESERVED(
      `Votre foyer n’a rien réservé pour ${names} à ces dates : il n’y a pas d’absence à déclarer. Vérifiez les jours.`,
    );
  }

  private async holdRolls(
    collectiviteId: number,
    days: readonly BookedDayOfAbsence[],
    now: Temporal.Instant,
  ): Promise<void> {
    const billed = await this.reviseRolls.run(
      collectiviteId,
      days.map(({ session }) => session.id),
      now,
    );
    const first = days.find(({ session }) => billed.has(session.id));
    if (!first) return;
    throw attendanceProblems.ABSENCE_ALREADY_BILLED(
      `Le ${longDate(first.session.date)} est déjà facturé : il ne peut plus être déclaré ici. Écrivez à la mairie depuis « Mes demandes ».`,
    );
  }

  /** After the rolls are held: of two identical declarations at once, the second finds the first. */
  private async refuseRepeated(collectiviteId: number, drafts: readonly Draft[]): Promise<void> {
    const [{ fromDate: from, toDate: to }] = drafts as [Draft];
    const standing = await this.findAbsences.standing(
      collectiviteId,
      { from, to },
      drafts.map(({ childId }) => childId),
    );
    const declared = standing.filter(({ familyId }) => familyId !== null);
    const repeated = drafts.filter((draft) => declared.some((absence) => absencesOverlap(absence, draft)));
    if (repeated.length === 0) return;
    const names = await this.namesOf(collectiviteId, repeated);
    throw attendanceProblems.ABSENCE_ALREADY_DECLARED(
      `Une absence de ${names} est déjà déclarée à ces dates. Pour la changer, retirez-la d’abord, puis déclarez-la de nouveau.`,
    );
  }

  private async namesOf(collectiviteId: number, drafts: readonly Draft[]): Promise<string> {
    const cards = await this.findChildren.run(
      collectiviteId,
      drafts.map(({ childId }) => childId),
    );
    return enumeration([...cards.values()].map(({ firstName }) => firstName));
  }

  private async trace({ collectiviteId, familyId, accountId }: FamilyAct, absences: readonly number[]): Promise<void> {
    const subject = `family:${familyId}`;
    await this.audit.record({ collectiviteId, accountId, action: 'absence.declared', subject, detail: { absences } });
  }
}
