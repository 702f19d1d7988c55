import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { attendanceProblems } from '../problems.js';
import { AbsenceProofRow } from '../data/absence-proof.entity.js';
import { FindAbsences } from './find-absences.js';
import { LoadBookedDays } from './load-booked-days.js';
import { MailAboutAbsence } from './mail-about-absence.js';
import { proofNotFound } from './read-proof.js';
import { ReviseRolls } from './revise-rolls.js';

export interface ProofToRefuse {
  readonly collectiviteId: number;
  readonly absenceId: number;
  readonly proofId: number;
  readonly reason: string;
  readonly accountId: number;
}

/** The mairie does not accept a proof and says why; the foyer is told by mail and may send another. */
@Injectable()
export class RefuseProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findAbsences: FindAbsences,
    private readonly loadBookedDays: LoadBookedDays,
    private readonly reviseRolls: ReviseRolls,
    private readonly mail: MailAboutAbsence,
  ) {}

  /** Throws NOT_FOUND, PROOF_ALREADY_REFUSED, ABSENCE_WITHDRAWN. */
  run({ collectiviteId, absenceId, proofId, reason, accountId }: ProofToRefuse): Promise<void> {
    return this.database.unit(async () => {
      const absence = await this.findAbsences.locked({ collectiviteId, familyId: null }, absenceId);
      const proof = absence.proofs.find(({ id }) => id === proofId);
      if (!proof) throw proofNotFound();
      if (absence.withdrawnAt !== null) {
        throw attendanceProblems.ABSENCE_WITHDRAWN('Cette déclaration a été retirée : il n’y a plus rien à décider.');
      }
      if (proof.refusedAt !== null)
        throw attendanceProblems.PROOF_ALREADY_REFUSED('Ce justificatif a déjà été refusé.');
      const now = this.clock.now();
      const [days = []] = await this.loadBookedDays.run(collectiviteId, [absence]);
      await this.reviseRolls.run(
        collectiviteId,
        days.map(({ session }) => session.id),
        now,
      );
      await this.database
        .repository(AbsenceProofRow)
        .update({ collectiviteId, id: proofId }, { refusedAt: now, refusedBy: accountId, refusedReason: reason });
      const subject = `absence:${absenceId}`;
      const detail = { proofId };
      await this.audit.record({ collectiviteId, accountId, action: 'absence.proof-refused', subject, detail });
      await this.mail.tellRefusal(absence, proofId, reason);
    });
  }
}
