import { Body, Controller, Get, Param, Post, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { AnswersAttachment, demandesProblems } from '../../demandes/index.js';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { secretsProblems } from '../../platform/secrets/problems.js';
import { FindCarePlans } from '../actions/find-care-plans.js';
import { ReadCareFile } from '../actions/read-care-file.js';
import { SendCarePlan } from '../actions/send-care-plan.js';
import { CarePlanDto, carePlanDto, NewCarePlanDto } from './care-plans.dto.js';

@FamilyApi('Mon foyer')
@Controller('families/:familyId')
@UseInterceptors(ReadUploads)
export class FamilyCarePlansController {
  constructor(
    private readonly findCarePlans: FindCarePlans,
    private readonly sendCarePlan: SendCarePlan,
    private readonly readCareFile: ReadCareFile,
  ) {}

  /** Lister les PAI de mes enfants : ceux que j’ai envoyés, et ceux dont la mairie tient compte */
  @Get('care-plans')
  @ForFamily()
  async list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<CarePlanDto[]> {
    return (await this.findCarePlans.ofFamily(collectiviteId, familyId)).map(carePlanDto);
  }

  /**
   * Envoyer le PAI d’un enfant, en cinq fichiers au plus
   *
   * Il est conservé chiffré ; seuls le lisent les agents et les animateurs qui s’occupent de l’enfant, et chaque lecture
   * est tracée.
   */
  @Post('children/:childId/care-plans')
  @ForFamily()
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiProblems(
    demandesProblems.ATTACHMENT_TYPE_REFUSED,
    httpProblems.PAYLOAD_TOO_LARGE,
    httpProblems.TOO_MANY_REQUESTS,
    secretsProblems.DATA_KEY_MISSING,
  )
  async send(
    @CurrentFamily() { collectiviteId, familyId, asParent }: FamilyAccess,
    @Param('childId', IdPipe) childId: number,
    @CurrentCaller() { accountId }: Caller,
    @Body() { files }: NewCarePlanDto,
  ): Promise<CarePlanDto[]> {
    await this.sendCarePlan.run({ collectiviteId, familyId, childId, accountId, files });
    return this.list({ collectiviteId, familyId, asParent });
  }

  /**
   * Télécharger un document d’un PAI
   *
   * La consultation est tracée.
   */
  @Get('care-plans/:carePlanId/files/:fileId')
  @ForFamily()
  @AnswersAttachment()
  async content(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('carePlanId', IdPipe) carePlanId: number,
    @Param('fileId', IdPipe) fileId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const seen = await this.findCarePlans.ofFamily(collectiviteId, familyId);
    const { content, ...file } = await this.readCareFile.run(seen, { carePlanId, fileId, accountId });
    return download(file, content);
  }
}
