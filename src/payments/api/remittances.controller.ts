import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { csvDownload, XLSX, xlsxDownload } from '../../platform/tables/index.js';
import { AcceptRemittance } from '../actions/remittances/accept-remittance.js';
import { FindRemittances } from '../actions/remittances/find-remittances.js';
import { MakeRemittance } from '../actions/remittances/make-remittance.js';
import { ReverseRemittance } from '../actions/remittances/reverse-remittance.js';
import { paymentsProblems } from '../problems.js';
import { remittanceGrid } from '../rules/remittance-grid.js';
import { PaperDownload } from './paper-download.js';
import { remittanceDetailsView, remittanceView } from './remittance-view.js';
import {
  AcceptRemittanceDto,
  MakeRemittanceDto,
  RemittanceDetailsDto,
  RemittanceDto,
  ReverseRemittanceDto,
} from './remittances.dto.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId/remittances')
export class RemittancesController {
  constructor(
    private readonly makeRemittance: MakeRemittance,
    private readonly acceptRemittance: AcceptRemittance,
    private readonly reverseRemittance: ReverseRemittance,
    private readonly findRemittances: FindRemittances,
    private readonly download: PaperDownload,
  ) {}

  /**
   * Verser à la Trésorerie ce qui a été encaissé par un moyen
   *
   * Tous les paiements qui tiennent et ne sont sur aucun bordereau, moins ceux de bordereaux précédents qui n’ont pas
   * tenu et, pour les virements, les avoirs remboursés aux familles. Le bordereau est numéroté et figé.
   */
  @Post()
  @Allowed('regisseur')
  @Idempotent()
  @ApiProblems(paymentsProblems.NOTHING_TO_HAND_OVER, paymentsProblems.PAYMENT_DATE_REFUSED)
  async make(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() body: MakeRemittanceDto,
    @CurrentCaller() caller: Caller,
  ): Promise<RemittanceDetailsDto> {
    const asked = { ...body, collectiviteId, madeBy: caller.accountId };
    const row = await this.makeRemittance.run(asked);
    return remittanceDetailsView({ id: row.id, row, acceptance: null, reversal: null });
  }

  /**
   * Noter que la Trésorerie a reçu un bordereau
   *
   * Il ne s’annule plus. Une seule fois ; redemandé, rien ne change.
   */
  @Post(':remittanceId/acceptances')
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiProblems(paymentsProblems.REMITTANCE_CLOSED, paymentsProblems.PAYMENT_DATE_REFUSED)
  async accept(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('remittanceId', IdPipe) remittanceId: number,
    @Body() { acceptedOn, reference }: AcceptRemittanceDto,
    @CurrentCaller() { accountId: notedBy }: Caller,
  ): Promise<RemittanceDetailsDto> {
    const accepted = { collectiviteId, remittanceId, acceptedOn, reference: reference ?? null, notedBy };
    await this.acceptRemittance.run(accepted);
    return remittanceDetailsView(await this.findRemittances.one(collectiviteId, remittanceId));
  }

  /**
   * Annuler un bordereau que la Trésorerie n’a pas reçu
   *
   * Une écriture inverse. Il garde son numéro et se lit « annulé » ; ce qu’il versait attend un autre bordereau. Une seule
   * fois ; redemandé, rien n’est ajouté.
   */
  @Post(':remittanceId/reversals')
  @HttpCode(200)
  @Allowed('regisseur')
  @ApiProblems(paymentsProblems.REMITTANCE_CLOSED)
  async reverse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('remittanceId', IdPipe) remittanceId: number,
    @Body() { note }: ReverseRemittanceDto,
    @CurrentCaller() { accountId: reversedBy }: Caller,
  ): Promise<RemittanceDetailsDto> {
    await this.reverseRemittance.run({ collectiviteId, remittanceId, note, reversedBy });
    return remittanceDetailsView(await this.findRemittances.one(collectiviteId, remittanceId));
  }

  /** Lister les bordereaux de versement, le dernier d’abord */
  @Get()
  @Allowed('regisseur', 'administrateur')
  @ApiPage(RemittanceDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<RemittanceDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findRemittances.list(collectiviteId, limit, query.after), limit, remittanceView);
  }

  /** Lire un bordereau de versement */
  @Get(':remittanceId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('remittanceId', IdPipe) remittanceId: number,
  ): Promise<RemittanceDetailsDto> {
    return remittanceDetailsView(await this.findRemittances.one(collectiviteId, remittanceId));
  }

  /** Imprimer un bordereau de versement à signer (PDF) */
  @Get(':remittanceId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('remittanceId', IdPipe) remittanceId: number,
  ): Promise<StreamableFile> {
    const found = await this.findRemittances.one(collectiviteId, remittanceId);
    return this.download.of(await this.findRemittances.pdf(found));
  }

  /**
   * Télécharger un bordereau de versement dans un tableur
   *
   * CSV : points-virgules, UTF-8, virgule décimale.
   */
  @Get(':remittanceId/csv')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('text/csv')
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('remittanceId', IdPipe) remittanceId: number,
  ): Promise<StreamableFile> {
    const { paper } = (await this.findRemittances.one(collectiviteId, remittanceId)).row;
    return csvDownload(`bordereau-${paper.number}`, remittanceGrid(paper));
  }

  /** Télécharger un bordereau de versement dans un classeur (XLSX) */
  @Get(':remittanceId/xlsx')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile(XLSX)
  async xlsx(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('remittanceId', IdPipe) remittanceId: number,
  ): Promise<StreamableFile> {
    const { paper } = (await this.findRemittances.one(collectiviteId, remittanceId)).row;
    return xlsxDownload(`bordereau-${paper.number}`, remittanceGrid(paper));
  }
}
