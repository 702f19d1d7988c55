import { Controller, Get } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { FindFamilyClaims } from '../actions/find-family-claims.js';
import { FamilyClaimDto } from './family-claims.dto.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/claims')
export class FamilyClaimsController {
  constructor(private readonly findClaims: FindFamilyClaims) {}

  /**
   * Lister ce que la famille doit à la Trésorerie, et comment le payer
   *
   * Ces factures ne se paient plus à la régie, en ligne non plus : la Trésorerie en a la charge.
   */
  @Get()
  @ForFamily('agent', 'regisseur', 'administrateur')
  async list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<FamilyClaimDto[]> {
    const claims = await this.findClaims.run(collectiviteId, familyId);
    return claims.map((claim) => ({ ...claim, office: claim.office?.name ?? null }));
  }
}
