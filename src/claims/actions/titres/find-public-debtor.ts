import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import type { PublicBody } from '../../../pes/index.js';
import type { TreasurySettingsRow } from '../../data/treasury-settings.entity.js';
import { publicBody } from '../../rules/public-titre.js';
import type { PublicDebtor } from '../../rules/treasury-settings.js';

/** The debtor of a titre for which a public body stands: that of the settings, or the collectivité. */
@Injectable()
export class FindPublicDebtor {
  constructor(private readonly findCollectivite: FindCollectivite) {}

  async run({ collectiviteId, siret }: TreasurySettingsRow, chosen: PublicDebtor | null): Promise<PublicBody> {
    const { name, addressLine1, addressLine2, postalCode, city } = await this.findCollectivite.run(collectiviteId);
    const complement = addressLine2 ? { complement: addressLine2 } : {};
    const address = { ...complement, street: addressLine1, postalCode, city };
    return publicBody(chosen, { reference: 'COLLECTIVITE', name, siret, address });
  }
}
