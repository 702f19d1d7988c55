import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { ClaimTitreRow } from '../../data/claim-titre.entity.js';
import { batchAsked } from '../../events.js';
import { claimsProblems } from '../../problems.js';
import { type TitreContent, titreCents, titreExercise, titreFaults } from '../../rules/public-titre.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';

/** What the titre takes into the budget, once: a rôle, or a collection report. */
export type TitreSubject =
  | { readonly kind: 'ROLL'; readonly rollId: number; readonly year: number }
  | { readonly kind: 'REGIE'; readonly reportId: number; readonly year: number };

/** Opens the bordereau of one titre of a public body; it is numbered and written after the commit. */
@Injectable()
export class StartTitre {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
  ) {}

  /** The bordereau that tells the subject already, or null: none does, or the Trésorerie refused it. */
  told(subject: TitreSubject): Promise<ClaimBatchRow | null> {
    return this.database.read(async () => {
      const titre = await this.database.repository(ClaimTitreRow).findOneBy({ ...keyOf(subject), inForce: 1 });
      if (!titre || titre.rejectedFor !== null) return null;
      const batch = await this.database.repository(ClaimBatchRow).findOneByOrFail({ id: titre.batchId });
      return batch.acquit === 'REFUSED' ? null : batch;
    });
  }

  /**
   * That bordereau, or a new one, in the place of a refused one. Throws CLAIM_TITRE_REFUSED, TREASURY_SETTINGS_MISSING;
   * not inside a unit.
   */
  async run(
    collectiviteId: number,
    subject: TitreSubject,
    content: TitreContent,
    accountId: number,
  ): Promise<ClaimBatchRow> {
    try {
      return await this.database.unit(() => this.open(collectiviteId, subject, content, accountId));
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      // Asked for twice at the same time: the first one is it.
      return (await this.told(subject))!;
    }
  }

  private async open(
    collectiviteId: number,
    subject: TitreSubject,
    content: TitreContent,
    accountId: number,
  ): Promise<ClaimBatchRow> {
    const { kind, year } = subject;
    const { budgetCode } = await this.findSettings.usable(collectiviteId);
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const now = this.clock.now();
    const issuedOn = dateIn(timeZone, now);
    const exercise = titreExercise(year, issuedOn);
    refuseFaults(titreFaults(content, { exercise, issuedOn }));
    const row: Omit<ClaimBatchRow, 'id'> = {
      ...{ collectiviteId, kind, state: 'COMPOSING', selection: {}, issuedOn, exercise, budgetCode },
      ...{
        number: null,
        firstPiece: null,
        pieces: 1,
        totalCents: titreCents(content),
        fileId: null,
        sealedReference: null,
      },
      ...{ notices: null, noticeTerms: null, schemaChecked: false, faults: null, acquit: null, acquitErrors: null },
      ...{ createdBy: accountId, createdAt: now },
    };
    const batch = { ...row, id: await this.database.insert(ClaimBatchRow, row) };
    await this.replaceRefused(subject);
    const about = { rollId: null, reportId: null, ...keyOf(subject) };
    const titre = { collectiviteId, batchId: batch.id, ...about, content, inForce: 1, rejectedFor: null } as const;
    await this.database.insert(ClaimTitreRow, titre);
    const message = { collectiviteId, key: String(batch.id) };
    await this.outbox.emit(batchAsked, { collectiviteId, batchId: batch.id }, message);
    const audited = { subject: `claim-batch:${batch.id}`, detail: { kind } };
    await this.audit.record({ collectiviteId, accountId, action: 'claim-batch.started', ...audited });
    return batch;
  }

  /** The refused one stays as it was told, and makes room. Of two who make it again at once, the unique key lets one. */
  private async replaceRefused(subject: TitreSubject): Promise<void> {
    const [column, id] = subject.kind === 'ROLL' ? ['roll_id', subject.rollId] : ['report_id', subject.reportId];
    await this.database.change(
      `UPDATE claim_titres SET in_force = NULL WHERE ${column} = ? AND in_force = 1 AND (rejected_for IS NOT NULL
       OR EXISTS (SELECT 1 FROM claim_batches b WHERE b.id = claim_titres.batch_id AND b.acquit = 'REFUSED'))`,
      [id],
    );
  }
}

function keyOf(subject: TitreSubject): { rollId: number } | { reportId: number } {
  return subject.kind === 'ROLL' ? { rollId: subject.rollId } : { reportId: subject.reportId };
}

/** Throws CLAIM_TITRE_REFUSED where there is any. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  throw claimsProblems.CLAIM_TITRE_REFUSED(typeset('Ce titre serait refusé par la Trésorerie : complétez-le.'), {
    errors: faults.map((message) => ({ field: 'titre', message })),
  });
}
