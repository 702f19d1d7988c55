import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { typedAccount } from '../../mandates/index.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { ApiPage, limitOf, type Page, pageOf, PageQuery } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { secretsProblems } from '../../platform/secrets/problems.js';
import { FindRefunds } from '../actions/refunds/find-refunds.js';
import { MakeRefundList } from '../actions/refunds/make-refund-list.js';
import { PrintRefundList } from '../actions/refunds/print-refund-list.js';
import { ReverseRefund } from '../actions/refunds/reverse-refund.js';
import type { RefundListRow } from '../data/refund-list.entity.js';
import { paymentsProblems } from '../problems.js';
import { PaperDownload } from './paper-download.js';
import { refundListDetailsView, refundListView, refundRequestView } from './refund-view.js';
import {
  MakeRefundListDto,
  RefundListDetailsDto,
  RefundListDto,
  ReverseRefundDto,
  WaitingRefundRequestDto,
} from './refunds.dto.js';

@AdministrationApi('Encaissements')
@Controller('collectivites/:collectiviteId')
export class RefundsController {
  constructor(
    private readonly makeList: MakeRefundList,
    private readonly reverseRefund: ReverseRefund,
    private readonly findRefunds: FindRefunds,
    private readonly print: PrintRefundList,
    private readonly paper: PaperDownload,
  ) {}

  /** Lister les familles qui demandent le remboursement de leur avoir, la première demande d’abord */
  @Get('refund-requests')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(WaitingRefundRequestDto)
  async requests(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<WaitingRefundRequestDto>> {
    const limit = limitOf(query);
    const rows = await this.findRefunds.waiting(collectiviteId, limit, query.after);
    return pageOf(rows, limit, ({ request, familyName, freeCents }) => ({
      ...refundRequestView(request),
      familyId: request.familyId,
      familyName,
      freeCents,
    }));
  }

  /**
   * Rembourser des avoirs par virement
   *
   * Une liste numérotée et figée, une écriture par famille : toutes ou aucune. Jamais plus que l’avoir disponible, dont
   * ce qui est gardé pour un panier en cours de paiement ne fait pas partie.
   */
  @Post('refund-lists')
  @Allowed('regisseur')
  @Idempotent()
  @ApiProblems(paymentsProblems.REFUND_REFUSED, secretsProblems.DATA_KEY_MISSING)
  async make(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { refunds }: MakeRefundListDto,
    @CurrentCaller() { accountId: madeBy }: Caller,
  ): Promise<RefundListDetailsDto> {
    const asked = refunds.map(({ familyId, cents, account }) => ({
      familyId,
      cents: cents ?? null,
      account: account ? typedAccount(account) : null,
    }));
    return this.details(await this.makeList.run({ collectiviteId, refunds: asked, madeBy }));
  }

  /** Lister les listes de remboursements, la dernière d’abord */
  @Get('refund-lists')
  @Allowed('regisseur', 'administrateur')
  @ApiPage(RefundListDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() query: PageQuery,
  ): Promise<Page<RefundListDto>> {
    const limit = limitOf(query);
    return pageOf(await this.findRefunds.list(collectiviteId, limit, query.after), limit, refundListView);
  }

  /** Lire une liste de remboursements */
  @Get('refund-lists/:listId')
  @Allowed('regisseur', 'administrateur')
  async read(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('listId', IdPipe) listId: number,
  ): Promise<RefundListDetailsDto> {
    return this.details(await this.findRefunds.one(collectiviteId, listId));
  }

  /** Imprimer une liste de remboursements à signer (PDF), comptes masqués */
  @Get('refund-lists/:listId/pdf')
  @Allowed('regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('listId', IdPipe) listId: number,
  ): Promise<StreamableFile> {
    return this.paper.of(await this.print.pdf(await this.findRefunds.one(collectiviteId, listId)));
  }

  /** Télécharger les virements d’une liste (CSV), avec les comptes entiers ; la consultation est tracée */
  @Get('refund-lists/:listId/csv')
  @Allowed('regisseur')
  @AnswersFile('text/csv')
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('listId', IdPipe) listId: number,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<StreamableFile> {
    const list = await this.findRefunds.one(collectiviteId, listId);
    const content = Buffer.from(await this.print.csv(list, accountId));
    const file = { name: `virements-${list.paper.number}.csv`, mediaType: 'text/csv; charset=utf-8' };
    return download(file, content);
  }

  /**
   * Annuler un remboursement qui n’est pas parti ou que la banque a renvoyé
   *
   * Une écriture inverse : la famille retrouve son avoir. Une seule fois ; redemandé, rien n’est ajouté.
   */
  @Post('refunds/:refundId/reversals')
  @HttpCode(200)
  @Allowed('regisseur')
  async reverse(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('refundId', IdPipe) refundId: number,
    @Body() { note }: ReverseRefundDto,
    @CurrentCaller() { accountId: reversedBy }: Caller,
  ): Promise<RefundListDetailsDto> {
    return this.details(await this.reverseRefund.run({ collectiviteId, refundId, note, reversedBy }));
  }

  private async details(row: RefundListRow): Promise<RefundListDetailsDto> {
    return refundListDetailsView(row, await this.findRefunds.refundsOf(row));
  }
}
