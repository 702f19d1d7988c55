import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { FindCollectivite } from '../../collectivites/index.js';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { dateIn, type Temporal } from '../../kernel/civil-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { ReadUploads } from '../../platform/http/uploads.js';
import { secretsProblems } from '../../platform/secrets/problems.js';
import { DrawMandate } from '../actions/draw-mandate.js';
import { FindMandates } from '../actions/find-mandates.js';
import { LookAtAccount } from '../actions/look-at-account.js';
import { RecordPaperMandate } from '../actions/record-paper-mandate.js';
import { RevokeMandate } from '../actions/revoke-mandate.js';
import { SuspendMandate } from '../actions/suspend-mandate.js';
import { mandatesProblems } from '../problems.js';
import { typedAccount } from '../rules/bank-account.js';
import { MandatesQuery, RecordMandateDto, StaffMandateDto, staffMandateDto, WholeAccountDto } from './mandates.dto.js';

@AdministrationApi('Prélèvements')
@Controller('collectivites/:collectiviteId/mandates')
@UseInterceptors(ReadUploads)
export class MandatesController {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findMandates: FindMandates,
    private readonly recordPaper: RecordPaperMandate,
    private readonly revokeMandate: RevokeMandate,
    private readonly suspendMandate: SuspendMandate,
    private readonly lookAtAccount: LookAtAccount,
    private readonly drawMandate: DrawMandate,
  ) {}

  /** Lister les mandats, le dernier d’abord ; les comptes y sont masqués */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(StaffMandateDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: MandatesQuery,
  ): Promise<Page<StaffMandateDto>> {
    const limit = limitOf(query);
    const { familyId, after } = query;
    const filter = { familyId, living: query.living === 'true', after, limit: limit + 1 };
    const rows = await this.findMandates.list(collectiviteId, filter);
    const today = await this.today(collectiviteId);
    return pageOf(rows, limit, (row) => staffMandateDto(row, today));
  }

  /** Enregistrer un mandat signé sur papier, avec sa numérisation */
  @Post()
  @Allowed('regisseur', 'administrateur')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiProblems(
    mandatesProblems.DEBIT_NOT_OFFERED,
    mandatesProblems.BANK_ACCOUNT_REFUSED,
    mandatesProblems.MANDATE_EXISTS,
    httpProblems.PAYLOAD_TOO_LARGE,
    httpProblems.TOO_MANY_REQUESTS,
    secretsProblems.DATA_KEY_MISSING,
  )
  async record(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { familyId, guardianId, signedOn, replaces, files, ...typed }: RecordMandateDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StaffMandateDto> {
    const mandate = await this.recordPaper.run({
      ...{ collectiviteId, familyId, guardianId, signedOn },
      account: typedAccount(typed),
      replaces: replaces ?? null,
      scan: files?.[0] ?? null,
      recordedBy: accountId,
    });
    return staffMandateDto(mandate, await this.today(collectiviteId));
  }

  /** Lire les coordonnées bancaires complètes d’un mandat ; la consultation est tracée */
  @Get(':mandateId/account')
  @Allowed('regisseur', 'administrateur')
  async account(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<WholeAccountDto> {
    return (await this.lookAtAccount.run(collectiviteId, mandateId, accountId)).account;
  }

  /** Télécharger le mandat complet (PDF), à produire en cas de contestation ; la consultation est tracée */
  @Get(':mandateId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const { mandate } = await this.lookAtAccount.run(collectiviteId, mandateId, accountId, 'paper');
    const file = { name: `mandat-${mandate.rum}.pdf`, mediaType: 'application/pdf' };
    return download(file, await this.drawMandate.whole(mandate));
  }

  /** Télécharger la numérisation d’un mandat sur papier ; la consultation est tracée */
  @Get(':mandateId/scan')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  async scan(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const { content, ...file } = await this.lookAtAccount.scan(collectiviteId, mandateId, accountId);
    return download(file, content);
  }

  /** Révoquer un mandat à la demande de la famille */
  @Post(':mandateId/revocations')
  @HttpCode(200)
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(mandatesProblems.MANDATE_ENDED)
  async revoke(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StaffMandateDto> {
    const mandate = await this.revokeMandate.run({ collectiviteId, mandateId, accountId });
    return staffMandateDto(mandate, await this.today(collectiviteId));
  }

  /** Rétablir un mandat suspendu par un rejet */
  @Post(':mandateId/resumptions')
  @HttpCode(200)
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(mandatesProblems.MANDATE_NOT_SUSPENDED)
  async resume(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('mandateId', IdPipe) mandateId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StaffMandateDto> {
    const mandate = await this.suspendMandate.resume(collectiviteId, mandateId, accountId);
    return staffMandateDto(mandate, await this.today(collectiviteId));
  }

  private async today(collectiviteId: number): Promise<Temporal.PlainDate> {
    return dateIn((await this.findCollectivite.run(collectiviteId)).timeZone, this.clock.now());
  }
}
