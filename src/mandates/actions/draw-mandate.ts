import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DrawnOnce } from '../../platform/files/drawn-once.js';
import type { StoredFile } from '../../platform/files/stored-file.entity.js';
import { renderPdf } from '../../platform/pdf/index.js';
import type { MandateRow } from '../data/mandate.entity.js';
import { FindSepaSettings } from './find-sepa-settings.js';
import { mandateDocument } from './mandate-document.js';
import { MandateVault } from './mandate-vault.js';

/** The paper of a mandate. */
@Injectable()
export class DrawMandate {
  constructor(
    private readonly clock: Clock,
    private readonly drawn: DrawnOnce,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findSettings: FindSepaSettings,
    private readonly vault: MandateVault,
  ) {}

  /** With the account masked, drawn once and kept. */
  kept(mandate: MandateRow): Promise<StoredFile> {
    const { id, collectiviteId, rum, pdfFileId } = mandate;
    const place = { table: 'mandates', id, collectiviteId, pdfFileId, name: `mandat-${rum}.pdf` };
    return this.drawn.run(place, () => this.draw(mandate, false));
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
