import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindFamilyClaims } from '../actions/debts/find-family-claims.js';
import { PrintNotices } from '../actions/notices/print-notices.js';
import { claimsProblems } from '../problems.js';
import { FamilyClaimDto } from './family-claims.dto.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId/claims')
export class FamilyClaimsController {
  constructor(
    private readonly findClaims: FindFamilyClaims,
    private readonly printNotices: PrintNotices,
    private readonly files: FileStore,
  ) {}

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

  /**
   * Télécharger l’avis des sommes à payer d’une créance (PDF)
   *
   * Là où la commune l’envoie elle-même : ce qui est dû, pourquoi, comment payer et contester, et le talon.
   */
  @Get(':pieceId/notice')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  @ApiProblems(claimsProblems.CLAIM_BATCH_NOT_READY, claimsProblems.CLAIM_NOTICE_NOT_PRINTED)
  async notice(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('pieceId', IdPipe) pieceId: number,
  ): Promise<StreamableFile> {
    const file = await this.printNotices.ofFamily(collectiviteId, familyId, pieceId);
    return download(file, this.files.read(file));
  }
}
