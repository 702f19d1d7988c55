import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { dateIn, isBefore, type Temporal, wallClock } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { attendanceProblems } from '../problems.js';
import { KeepProof } from './keep-proof.js';

export interface PaperProof {
  readonly collectiviteId: number;
  readonly absenceId: number;
  readonly receivedOn: Temporal.PlainDate;
  readonly accountId: number;
}

/** The mairie writes down that a paper was brought on a day: it counts from the beginning of that day. */
@Injectable()
export class RecordPaperProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly keepProof: KeepProof,
  ) {}

  /** Throws PROOF_DATE_REFUSED, and what KeepProof throws. */
  run({ receivedOn, ...paper }: PaperProof): Promise<void> {
    const { collectiviteId, absenceId, accountId } = paper;
    return this.database.unit(async () => {
      const { timeZone } = await this.findCollectivite.run(collectiviteId);
      if (isBefore(dateIn(timeZone, this.clock.now()), receivedOn)) {
        throw attendanceProblems.PROOF_DATE_REFUSED(
          'Un justificatif ne peut pas avoir été reçu un jour à venir. Indiquez le jour où il a été remis.',
        );
      }
      const receivedAt = wallClock(receivedOn, '00:00', timeZone);
      const proofId = await this.keepProof.run({ ...paper, familyId: null, receivedAt, file: null });
      const subject = `absence:${absenceId}`;
      const detail = { proofId, receivedOn: receivedOn.toString() };
      await this.audit.record({ collectiviteId, accountId, action: 'absence.proof-recorded', subject, detail });
    });
  }
}
