import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { FindSepaSettings } from './find-sepa-settings.js';
import { mandateDocument } from './mandate-document.js';
import { MandateVault } from './mandate-vault.js';

/** The paper of a mandate; drawn outside of any unit, as drawing takes its time. */
@Injectable()
export class DrawMandate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findSettings: FindSepaSettings,
    private readonly vault: MandateVault,
  ) {}

  /** With the account masked, drawn once and kept: answers the id of the file. */
  async kept(mandate: MandateRow): Promise<number> {
    const { id, collectiviteId, rum, pdfFileId } = mandate;
    if (pdfFileId !== null) return pdfFileId;
    const content = await this.draw(mandate, false);
    return this.database.unit(async () => {
      const [row] = await this.database.rows<{ pdf_file_id: number | null }>(
        `SELECT pdf_file_id FROM mandates WHERE id = ?${this.database.dialect.forUpdate}`,
        [id],
      );
      if (row!.pdf_file_id !== null) return Number(row!.pdf_file_id);
      const name = `mandat-${rum}.pdf`;
      const fileId = await this.files.put({ collectiviteId, name, mediaType: 'application/pdf', content });
      await this.database.change('UPDATE mandates SET pdf_file_id = ? WHERE id = ?', [fileId, id]);
      return fileId;
    });
  }

  /** With the whole account, for a bank that contests: drawn for who asks, never kept. */
  whole(mandate: MandateRow): Promise<Buffer> {
    return this.draw(mandate, true);
  }

  private async draw(mandate: MandateRow, whole: boolean): Promise<Buffer> {
    const { collectiviteId, familyId, guardianId, signedAt, textVersion, textDigest } = mandate;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const settings = (await this.findSettings.run(collectiviteId))!;
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId)!;
    const guardian = family.guardians.find((adult) => adult.guardianId === guardianId);
    const { addressLine1, addressLine2, postalCode, city } = collectivite;
    return renderPdf(
      mandateDocument({
        rum: mandate.rum,
        account: this.vault.open(mandate),
        whole,
        signer: {
          name: guardian ? `${guardian.firstName} ${guardian.lastName}` : `Famille ${family.name}`,
          addressLines: family.addressLines,
        },
        signedOn: mandate.signedOn,
        signature: signedAt ? { at: signedAt, textVersion: textVersion!, digest: textDigest! } : null,
        creditor: {
          name: settings.creditorName,
          ics: settings.ics,
          addressLines: [addressLine1, addressLine2, `${postalCode} ${city}`].filter((line) => line !== null),
          noticeDays: settings.noticeDays,
        },
        timeZone: collectivite.timeZone,
        drawnAt: this.clock.now(),
      }),
    );
  }
}
