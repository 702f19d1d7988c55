import { Injectable } from '@nestjs/common';
import type { CheckedFile } from '../../demandes/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { AbsenceProofRow } from '../data/absence-proof.entity.js';
import { attendanceProblems } from '../problems.js';
import { FindAbsences } from './find-absences.js';
import { LoadBookedDays } from './load-booked-days.js';
import { ReviseRolls } from './revise-rolls.js';

export interface ProofToKeep {
  readonly collectiviteId: number;
  /** The foyer that sends it; null for the mairie. */
  readonly familyId: number | null;
  readonly absenceId: number;
  readonly receivedAt: Temporal.Instant;
  /** Null for a paper that the mairie holds. */
  readonly file: CheckedFile | null;
  readonly accountId: number;
}

/** Adds a proof to an absence. Drafts of invoices of its days are then out of date; days already billed stay billed. */
@Injectable()
export class KeepProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly findAbsences: FindAbsences,
    private readonly loadBookedDays: LoadBookedDays,
    private readonly reviseRolls: ReviseRolls,
  ) {}

  /** Call inside a unit; answers the proof's id. Throws NOT_FOUND, ABSENCE_WITHDRAWN, PROOF_NOT_EXPECTED. */
  async run({ collectiviteId, familyId, absenceId, receivedAt, file, accountId }: ProofToKeep): Promise<number> {
    const absence = await this.findAbsences.locked({ collectiviteId, familyId }, absenceId);
    if (absence.withdrawnAt !== null) {
      throw attendanceProblems.ABSENCE_WITHDRAWN(
        'Cette déclaration a été retirée. Déclarez de nouveau l’absence, puis joignez le justificatif.',
      );
    }
    if (absence.familyId === null) {
      throw attendanceProblems.PROOF_NOT_EXPECTED(
        'La mairie a déclaré elle-même cette absence, aucun justificatif n’est nécessaire.',
      );
    }
    const now = this.clock.now();
    const [days = []] = await this.loadBookedDays.run(collectiviteId, [absence]);
    await this.reviseRolls.run(
      collectiviteId,
      days.map(({ session }) => session.id),
      now,
    );
    const fileId = file && (await this.files.put({ ...file, collectiviteId }));
    const proof = {
      collectiviteId,
      absenceId,
      receivedAt,
      fileId,
      fileErasedAt: null,
      recordedBy: accountId,
      recordedAt: now,
    };
    return this.database.insert(AbsenceProofRow, proof);
  }
}
