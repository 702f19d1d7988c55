import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { FindWriteOffs } from '../actions/writeoffs/find-write-offs.js';
import { ReverseWriteOff } from '../actions/writeoffs/reverse-write-off.js';
import { SetWriteOffNatures } from '../actions/writeoffs/set-write-off-natures.js';
import { StoreWriteOff } from '../actions/writeoffs/store-write-off.js';
import { WriteOffDebt } from '../actions/writeoffs/write-off-debt.js';
import { WriteOffNatures } from '../data/write-off-natures.js';
import { paymentsProblems } from '../problems.js';
import { PaperDownload } from './paper-download.js';
import { writeOffView } from './write-off-view.js';
import {
  ReverseWriteOffDto,
  WriteOffDebtDto,
  WriteOffDto,
  WriteOffNaturesDto,
  WriteOffsQuery,
} from './write-offs.dto.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId')
export class WriteOffsController {
  constructor(
    private readonly writeOffDebt: WriteOffDebt,
    private readonly reverseWriteOff: ReverseWriteOff,
    private readonly findWriteOffs: FindWriteOffs,
    private readonly storeWriteOff: StoreWriteOff,
    private readonly natures: WriteOffNatures,
    private readonly setNatures: SetWriteOffNatures,
    private readonly download: PaperDownload,
  ) {}

  /**
   * Abandonner une créance, par une décision
   *
   * Admission en non-valeur, créance éteinte ou remise gracieuse, de factures dues à la régie ou à la Trésorerie : un
   * papier numéroté et son écriture. Les factures ne changent pas ; ce qui est abandonné n’y est plus à payer.
   */
  @Post('write-offs')
  @Allowed('regisseur')
  @Idempotent()
  @ApiProblems(paymentsProblems.WRITE_OFF_REFUSED)
  async writeOff(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: WriteOffDebtDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<WriteOffDto> {
    const row = await this.writeOffDebt.run({ ...body, collectiviteId, madeBy: accountId });
    return writeOffView({ id: row.id, row, reversal: null });
  }

  /**
   * Annuler l’abandon d’une créance
   *
   * Une écriture inverse : la dette est de nouveau due, là où elle l’était. Une seule fois ; redemandé, rien n’est ajouté.
   */
  @Post('write-offs/:writeOffId/reversals')
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiProblems(paymentsProblems.WRITE_OFF_REFUSED)
  async reverse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('writeOffId', IdPipe) writeOffId: number,
    @Body() { note }: ReverseWriteOffDto,
    @CurrentCaller() { accountId: reversedBy }: Caller,
  ): Promise<WriteOffDto> {
    return writeOffView(await this.reverseWriteOff.run({ collectiviteId, writeOffId, note, reversedBy }));
  }

  /** Lister les créances abandonnées, la dernière d’abord */
  @Get('write-offs')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(WriteOffDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: WriteOffsQuery,
  ): Promise<Page<WriteOffDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findWriteOffs.list(collectiviteId, { ...query, limit }), limit, writeOffView);
  }

  /** Imprimer l’abandon d’une créance (PDF) */
  @Get('write-offs/:writeOffId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('writeOffId', IdPipe) writeOffId: number,
  ): Promise<StreamableFile> {
    return this.download.of(await this.storeWriteOff.run(await this.findWriteOffs.one(collectiviteId, writeOffId)));
  }

  /** Lire la nature de dépense de chaque sorte de créance abandonnée */
  @Get('write-off-natures')
  @Allowed('regisseur', 'administrateur')
  async readNatures(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<WriteOffNaturesDto> {
    return this.natures.of(collectiviteId);
  }

  /** Régler la nature de dépense de chaque sorte de créance abandonnée */
  @Put('write-off-natures')
  @HttpCode(204)
  @Allowed('administrateur')
  async writeNatures(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: WriteOffNaturesDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<void> {
    await this.setNatures.run(collectiviteId, body, accountId);
  }
}
