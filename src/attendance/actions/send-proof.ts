import { Injectable } from '@nestjs/common';
import { CheckFiles } from '../../demandes/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { KeepProof } from './keep-proof.js';

/** Far above what a family has to prove, far below what fills a disk. */
const PROOFS_OF_A_PARENT: ThrottleRule = { name: 'absences.proofs', limit: 40, window: { hours: 1 } };

export interface ProofToSend {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly absenceId: number;
  readonly file: UploadedFile;
  readonly accountId: number;
}

/** A parent sends the proof of an absence: received at that very moment. */
@Injectable()
export class SendProof {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly checkFiles: CheckFiles,
    private readonly keepProof: KeepProof,
  ) {}

  /** Throws ATTACHMENT_TYPE_REFUSED, TOO_MANY_REQUESTS, and what KeepProof throws. */
  async run({ file, ...proof }: ProofToSend): Promise<void> {
    await this.throttle.count(PROOFS_OF_A_PARENT, String(proof.accountId));
    const receivedAt = this.clock.now();
    const [checked] = await this.checkFiles.run([file]);
    await this.database.unit(() => this.keepProof.run({ ...proof, receivedAt, file: checked! }));
  }
}
