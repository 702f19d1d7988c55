import { Injectable } from '@nestjs/common';
import { FindChildren, LoadCustody } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { enumeration, longDate } from '../../kernel/french.js';
import { httpProblems } from '../../platform/http/problems.js';
import { attendanceProblems } from '../problems.js';
import { absencesOverlap } from '../rules/absence.js';
import { FindAbsences } from './find-absences.js';
import type { BookedDayOfAbsence } from './load-booked-days.js';

interface Scope {
  readonly collectiviteId: number;
  readonly familyId: number;
}

/** An absence that a foyer would declare. */
interface Draft {
  readonly childId: number;
  readonly familyId: number;
  readonly prestationId: number | null;
  readonly fromDate: Temporal.PlainDate;
  readonly toDate: Temporal.PlainDate;
}

/** What stands against a foyer's declaring absences, each in its own words. */
@Injectable()
export class CheckAbsences {
  constructor(
    private readonly loadCustody: LoadCustody,
    private readonly findChildren: FindChildren,
    private readonly findAbsences: FindAbsences,
  ) {}

  /** Throws NOT_FOUND for a child of another foyer. */
  async strangers({ collectiviteId, familyId }: Scope, drafts: readonly Draft[]): Promise<void> {
    const custody = await this.loadCustody.run(
      collectiviteId,
      drafts.map(({ childId }) => childId),
    );
    const ours = ({ childId }: Draft) => custody.custodiesOf(childId).some((span) => span.familyId === familyId);
    if (!drafts.every(ours)) throw httpProblems.NOT_FOUND('Cet enfant n’est pas de votre foyer.');
  }

  /** Throws NOTHING_RESERVED. */
  async empty(
    collectiviteId: number,
    drafts: readonly Draft[],
    days: readonly (readonly BookedDayOfAbsence[])[],
  ): Promise<void> {
    const unbooked = drafts.filter((_, index) => days[index]!.length === 0);
    const empty = drafts.filter((_, index) => days[index]!.every(({ came }) => came));
    if (empty.length === 0) return;
    throw attendanceProblems.NOTHING_RESERVED(
      unbooked.length > 0
        ? `Votre foyer n’a rien réservé pour ${await this.namesOf(collectiviteId, unbooked)} à ces dates : il n’y a pas d’absence à déclarer. Vérifiez les jours.`
        : `Le pointage compte présent chaque jour réservé à ces dates pour ${await this.namesOf(collectiviteId, empty)} : il n’y a pas d’absence à déclarer. Si c’est une erreur, écrivez à la mairie depuis « Mes demandes ».`,
    );
  }

  /** Throws ABSENCE_ALREADY_BILLED. `billed`: the sessions whose invoices are issued. */
  billed(days: readonly BookedDayOfAbsence[], billed: ReadonlySet<number>): void {
    const first = days.find(({ session }) => billed.has(session.id));
    if (!first) return;
    throw attendanceProblems.ABSENCE_ALREADY_BILLED(
      `Le ${longDate(first.session.date)} est déjà facturé : il ne peut plus être déclaré ici. Écrivez à la mairie depuis « Mes demandes ».`,
    );
  }

  /**
   * Throws ABSENCE_ALREADY_DECLARED. To declare, ask it once the rolls are held: of two identical declarations at once,
   * the second then finds the first.
   */
  async repeated(collectiviteId: number, drafts: readonly Draft[]): Promise<void> {
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
}
