import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindChildren, FindChildrenOfFamily } from '../../families/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { chunksOf } from '../../kernel/lists.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { FindPrestations, LoadWindows } from '../../prestations/index.js';
import { In } from 'typeorm';
import type { AbsenceProofRow } from '../data/absence-proof.entity.js';
import type { AbsenceVerdict } from '../rules/absence-judgement.js';
import { type AbsenceStanding, prospectInFrench } from '../rules/absence-prospect.js';
import { type AbsenceState, absenceState, proofReceivedAt } from '../rules/absence-state.js';
import {
  type AbsenceFilter,
  absenceNotFound,
  type AbsencesWanted,
  FindAbsences,
  type KnownAbsence,
} from './find-absences.js';
import { JudgeAbsences, type JudgedDay } from './judge-absences.js';

export interface ShownProof {
  readonly proof: AbsenceProofRow;
  /** Null for a paper. */
  readonly file: StoredFile | null;
}

export interface ShownDay {
  readonly date: Temporal.PlainDate;
  readonly sessionId: number;
  readonly prestationId: number;
  readonly prestation: string;
  /** On an issued invoice: nothing changes any more. */
  readonly billed: boolean;
  /** As things stand; null where the règlement says nothing, or decides nothing any more. */
  readonly outcome: AbsenceVerdict | null;
  /** First instant at which an absence of that day is told too late; null where the règlement sets none. */
  readonly tellBefore: Temporal.Instant | null;
  /** What the day costs, and until when a proof or a cancellation still changes it. */
  readonly sentence: string;
}

export interface ShownAbsence {
  readonly absence: KnownAbsence;
  readonly state: AbsenceState;
  readonly childName: string;
  /** Null: all. */
  readonly prestation: string | null;
  readonly proofs: readonly ShownProof[];
  /** The booked days on which the child is absent. */
  readonly days: readonly ShownDay[];
}

/** An absence that nobody declared yet. */
export type AbsenceDraft = Pick<KnownAbsence, 'childId' | 'prestationId' | 'fromDate' | 'toDate' | 'kind'>;

const UNDECLARED = { id: 0, note: null, declaredBy: null, withdrawnBy: null, withdrawnAt: null, proofs: [] };

interface FamilyScope {
  readonly collectiviteId: number;
  readonly familyId: number;
}

/** Absences as people read them, with each day that they concern and what it will cost. */
@Injectable()
export class ShowAbsences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findAbsences: FindAbsences,
    private readonly judgeAbsences: JudgeAbsences,
    private readonly findChildren: FindChildren,
    private readonly findChildrenOfFamily: FindChildrenOfFamily,
    private readonly findPrestations: FindPrestations,
    private readonly loadWindows: LoadWindows,
  ) {}

  /**
   * What a foyer declared, and what the mairie declared for days that the foyer booked, the last declared first: with the
   * absence to read on from, or null at the end. What the mairie declared for days of another foyer is left out of a page.
   */
  ofFamily(
    scope: FamilyScope,
    { limit, ...wanted }: AbsencesWanted,
  ): Promise<{ readonly absences: ShownAbsence[]; readonly next: number | null }> {
    const { collectiviteId, familyId } = scope;
    return this.database.read(async () => {
      const children = await this.findChildrenOfFamily.ever(collectiviteId, familyId);
      const childIds = children.map(({ childId }) => childId);
      const found = await this.findAbsences.ofFamily(scope, { ...wanted, limit: limit + 1 }, childIds);
      const some = found.slice(0, limit);
      return {
        absences: await this.shown(collectiviteId, some, familyId),
        next: found.length > limit ? some.at(-1)!.id : null,
      };
    });
  }

  /** Some that the foyer may see, in the order of their ids. */
  byIds({ collectiviteId, familyId }: FamilyScope, ids: readonly number[]): Promise<ShownAbsence[]> {
    return this.database.read(async () => {
      const found = await this.findAbsences.byIds(collectiviteId, ids);
      const visible = found.filter((absence) => (absence.familyId ?? familyId) === familyId);
      return this.shown(collectiviteId, visible, familyId);
    });
  }

  /** What absences would be, were they declared now by a foyer; in their order. */
  undeclared({ collectiviteId, familyId }: FamilyScope, drafts: readonly AbsenceDraft[]): Promise<ShownAbsence[]> {
    const declaredAt = this.clock.now();
    const rows = drafts.map((draft) => ({ ...UNDECLARED, ...draft, collectiviteId, familyId, declaredAt }));
    return this.database.read(() => this.shown(collectiviteId, rows, familyId));
  }

  /** Throws NOT_FOUND. */
  async oneOfFamily(scope: FamilyScope, absenceId: number): Promise<ShownAbsence> {
    const [shown] = await this.byIds(scope, [absenceId]);
    if (!shown) throw absenceNotFound();
    return shown;
  }

  /** Those of the collectivité, the last declared first. */
  page(collectiviteId: number, filter: AbsenceFilter): Promise<ShownAbsence[]> {
    return this.database.read(async () =>
      this.shown(collectiviteId, await this.findAbsences.page(collectiviteId, filter), null),
    );
  }

  /** Throws NOT_FOUND. */
  one(collectiviteId: number, absenceId: number): Promise<ShownAbsence> {
    return this.database.read(async () => {
      const absence = await this.findAbsences.one(collectiviteId, absenceId);
      return (await this.shown(collectiviteId, [absence], null))[0]!;
    });
  }

  /** As seen by a foyer, or with null by the mairie. */
  private async shown(
    collectiviteId: number,
    absences: readonly KnownAbsence[],
    familyId: number | null,
  ): Promise<ShownAbsence[]> {
    const { timeZone: zone } = await this.findCollectivite.run(collectiviteId);
    const moment = { now: this.clock.now(), zone };
    const judged = await this.judgeAbsences.run(collectiviteId, absences);
    const children = await this.findChildren.run(
      collectiviteId,
      absences.map(({ childId }) => childId),
    );
    const prestations = new Map(
      (await this.findPrestations.run(collectiviteId, { archived: true })).map(({ id, name }) => [id, name]),
    );
    const files = await this.files(collectiviteId, absences);
    const cancelClosesAt = await this.cancellations(collectiviteId, absences, judged.flat());
    return absences.flatMap((absence, index): ShownAbsence[] => {
      const days = judged[index]!.filter(({ familyId: payer }) => payer === (familyId ?? payer));
      // What the mairie declared is told to the foyers whose days it frees, and to no other.
      if (familyId !== null && absence.familyId === null && days.length === 0) return [];
      const { firstName, lastName } = children.get(absence.childId)!;
      const { prestationId } = absence;
      return [
        {
          absence,
          state: absenceState(absence),
          childName: `${firstName} ${lastName}`,
          prestation: prestationId === null ? null : prestations.get(prestationId)!,
          proofs: absence.proofs.map((proof) => ({
            proof,
            file: proof.fileId === null ? null : (files.get(proof.fileId) ?? null),
          })),
          days: days.map((day) =>
            shownDay(absence, day, prestations, { ...moment, cancelClosesAt: cancelClosesAt(day, absence) }),
          ),
        },
      ];
    });
  }

  /** Until when who booked a day may give it up: a waiver of the family or a public of the child may say otherwise. */
  private async cancellations(
    collectiviteId: number,
    absences: readonly KnownAbsence[],
    days: readonly JudgedDay[],
  ): Promise<(day: JudgedDay, absence: KnownAbsence) => Temporal.Instant> {
    const windows = await this.loadWindows.run(
      collectiviteId,
      [...new Set(days.map(({ session }) => session.prestationId))],
      {
        familyIds: [...new Set(days.map(({ familyId }) => familyId))],
        childIds: [...new Set(absences.map(({ childId }) => childId))],
      },
    );
    return ({ session, familyId }, { childId }) => windows.of(session, { familyId, childId }, 'CANCEL').closesAt;
  }

  private async files(collectiviteId: number, absences: readonly KnownAbsence[]): Promise<Map<number, StoredFile>> {
    const ids = absences.flatMap(({ proofs }) => proofs.flatMap(({ fileId }) => fileId ?? []));
    const files = new Map<number, StoredFile>();
    for (const chunk of chunksOf(ids))
      for (const file of await this.database.repository(StoredFile).findBy({ collectiviteId, id: In(chunk) }))
        files.set(file.id, file);
    return files;
  }
}

function shownDay(
  { proofs, withdrawnAt }: KnownAbsence,
  { session, judged }: JudgedDay,
  prestations: ReadonlyMap<number, string>,
  moment: Omit<AbsenceStanding, 'proofReceivedAt'>,
): ShownDay {
  const { id: sessionId, date, prestationId, billedAt } = session;
  const shown = {
    date,
    sessionId,
    prestationId,
    prestation: prestations.get(prestationId)!,
    billed: billedAt !== null,
    tellBefore: judged?.tellBefore ?? null,
  };
  if (withdrawnAt !== null) return { ...shown, outcome: null, sentence: 'Déclaration retirée.' };
  if (shown.billed) return { ...shown, outcome: null, sentence: 'Ce jour est déjà facturé.' };
  const standing = { ...moment, proofReceivedAt: proofReceivedAt(proofs) };
  return { ...shown, outcome: judged?.verdict ?? null, sentence: prospectInFrench(judged, standing) };
}
