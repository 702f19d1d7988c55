import { Injectable } from '@nestjs/common';
import type { Temporal } from '../../kernel/civil-time.js';
import { Database } from '../../platform/database/database.js';
import { NumberSeries } from '../../platform/numbering/number-series.js';
import { mandateReference, maskedIban } from '../../sepa/rules/index.js';
import { mandateSigned } from '../events.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { MandateRow } from '../data/mandate.entity.js';
import { mandatesProblems } from '../problems.js';
import type { BankAccount } from '../rules/bank-account.js';
import { MandateVault } from './mandate-vault.js';

export interface MandateToKeep {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly guardianId: number;
  /** UUID. */
  readonly reference: string;
  readonly account: BankAccount;
  readonly signedOn: Temporal.PlainDate;
  /** The mandate in force that this one takes the place of. */
  readonly replaces: number | null;
  readonly prefix: string;
  readonly recordedBy: number;
  readonly recordedAt: Temporal.Instant;
  readonly scanFileId: number | null;
  /** A signature online; null for a paper. */
  readonly signature: {
    readonly accountId: number;
    readonly textVersion: string;
    /** Of the text with the reference that it gets. */
    readonly digest: (rum: string) => string;
  } | null;
}

/** Writes a mandate in the current unit, in the place of the one it replaces. */
@Injectable()
export class KeepMandate {
  constructor(
    private readonly database: Database,
    private readonly numbers: NumberSeries,
    private readonly vault: MandateVault,
    private readonly outbox: Outbox,
  ) {}

  /** Answers its id. Throws MANDATE_EXISTS when the family has another in force. */
  async run(mandate: MandateToKeep): Promise<number> {
    const { collectiviteId, familyId, reference, account, signature, recordedAt, recordedBy } = mandate;
    if (mandate.replaces !== null) await this.endReplaced(mandate, mandate.replaces);
    const year = mandate.signedOn.year;
    const rum = mandateReference(mandate.prefix, year, await this.numbers.next(collectiviteId, 'mandate', year));
    const id = await this.insert({
      collectiviteId,
      familyId,
      guardianId: mandate.guardianId,
      reference,
      rum,
      state: 'ACTIVE',
      living: 1,
      account: this.vault.seal(account, { collectiviteId, reference }),
      maskedIban: maskedIban(account.iban),
      origin: signature ? 'ONLINE' : 'PAPER',
      signedOn: mandate.signedOn,
      signedBy: signature?.accountId ?? null,
      signedAt: signature ? recordedAt : null,
      textVersion: signature?.textVersion ?? null,
      textDigest: signature?.digest(rum) ?? null,
      pdfFileId: null,
      scanFileId: mandate.scanFileId,
      recordedBy,
      recordedAt,
      lastUsedOn: null,
      suspendedReason: null,
      endedAt: null,
      endedBy: null,
    });
    await this.outbox.emit(mandateSigned, { collectiviteId, mandateId: id }, { collectiviteId, key: String(id) });
    return id;
  }

  private async endReplaced({ collectiviteId, familyId, recordedAt, recordedBy }: MandateToKeep, id: number) {
    const ended = await this.database.change(
      `UPDATE mandates SET state = 'REPLACED', living = NULL, suspended_reason = NULL, ended_at = ?, ended_by = ?
       WHERE collectivite_id = ? AND family_id = ? AND id = ? AND living = 1`,
      [recordedAt.epochMilliseconds, recordedBy, collectiviteId, familyId, id],
    );
    if (ended === 0) throw existing();
  }

  private async insert(row: Omit<MandateRow, 'id'>): Promise<number> {
    try {
      return await this.database.insert(MandateRow, row);
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? existing() : error;
    }
  }
}

function existing() {
  return mandatesProblems.MANDATE_EXISTS(
    'La famille a déjà un mandat de prélèvement. Actualisez la page : remplacez-le pour changer de compte, ou révoquez-le.',
  );
}
