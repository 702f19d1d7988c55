import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { Allowed, type Caller, CurrentCaller } from '../../identity/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { AdministrationApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { ApiPage, limitOf, type Page, pageOf } from '../../platform/http/pagination.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CertificateSettingsOf } from '../actions/certificate-settings.js';
import { FindTaxCertificates } from '../actions/find-tax-certificates.js';
import { MakeTaxCertificates } from '../actions/make-tax-certificates.js';
import { ReviewCare } from '../actions/review-care.js';
import { StoreTaxCertificate } from '../actions/store-tax-certificate.js';
import { certificatesProblems } from '../problems.js';
import { taxCertificatesCsv } from '../rules/tax-certificates-csv.js';
import {
  CareReviewDto,
  CertificateSettingsDto,
  MadeCertificatesDto,
  TaxCertificateDto,
  TaxCertificatesQuery,
  TaxYearDto,
  TaxYearQuery,
} from './certificates.dto.js';
import { taxCertificateView } from './certificate-view.js';

@AdministrationApi('Attestations')
@Controller('collectivites/:collectiviteId')
export class CertificatesController {
  constructor(
    private readonly settingsOf: CertificateSettingsOf,
    private readonly makeCertificates: MakeTaxCertificates,
    private readonly reviewCare: ReviewCare,
    private readonly findCertificates: FindTaxCertificates,
    private readonly storeCertificate: StoreTaxCertificate,
    private readonly files: FileStore,
  ) {}

  /** Lire qui signe les attestations, et quand celles de l’année passée sont établies */
  @Get('certificate-settings')
  @Allowed('agent', 'regisseur', 'administrateur')
  async settings(@Param('collectiviteId', IdPipe) collectiviteId: number): Promise<CertificateSettingsDto> {
    const { signatoryName, signatoryTitle, januaryDay } = await this.settingsOf.read(collectiviteId);
    return { signatoryName, signatoryTitle, januaryDay };
  }

  /** Régler qui signe les attestations, et quand celles de l’année passée sont établies */
  @Put('certificate-settings')
  @Allowed('regisseur', 'administrateur')
  async changeSettings(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { signatoryName = null, signatoryTitle = null, januaryDay = null }: CertificateSettingsDto,
    @CurrentCaller() { accountId }: Caller,
  ): Promise<CertificateSettingsDto> {
    await this.settingsOf.change(collectiviteId, { signatoryName, signatoryTitle, januaryDay }, accountId);
    return this.settings(collectiviteId);
  }

  /**
   * Voir ce que diraient les attestations fiscales d’une année, avant de les établir
   *
   * Avec ce qui a été payé sous des tarifs qui ne distinguent pas la garde du repas.
   */
  @Get('tax-certificates/review')
  @Allowed('agent', 'regisseur', 'administrateur')
  review(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { taxYear }: TaxYearQuery,
  ): Promise<CareReviewDto> {
    return this.reviewCare.run(collectiviteId, taxYear);
  }

  /**
   * Établir les attestations fiscales d’une année, pour toutes les familles
   *
   * Chaque famille en a une seule par année, et la reçoit par courriel. Redemander complète sans rien refaire.
   */
  @Post('tax-certificates')
  @HttpCode(200)
  @Allowed('regisseur', 'administrateur')
  @ApiProblems(certificatesProblems.TAX_YEAR_NOT_OVER)
  async make(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Body() { taxYear }: TaxYearDto,
  ): Promise<MadeCertificatesDto> {
    return { made: await this.makeCertificates.run(collectiviteId, taxYear) };
  }

  /** Lister les attestations fiscales d’une année, la dernière établie d’abord */
  @Get('tax-certificates')
  @Allowed('agent', 'regisseur', 'administrateur')
  @ApiPage(TaxCertificateDto)
  async list(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { taxYear, ...page }: TaxCertificatesQuery,
  ): Promise<Page<TaxCertificateDto>> {
    const limit = limitOf(page);
    const after = page.after === undefined ? {} : { after: page.after };
    return pageOf(
      await this.findCertificates.ofYear(collectiviteId, taxYear, { limit, ...after }),
      limit,
      taxCertificateView,
    );
  }

  /**
   * Télécharger les attestations fiscales d’une année dans un tableur
   *
   * CSV : une ligne par enfant, points-virgules, UTF-8, virgule décimale.
   */
  @Get('tax-certificates/csv')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('text/csv')
  async csv(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Query() { taxYear }: TaxYearQuery,
  ): Promise<StreamableFile> {
    const rows = await this.findCertificates.allOfYear(collectiviteId, taxYear);
    const file = { name: `attestations-fiscales-${taxYear}.csv`, mediaType: 'text/csv; charset=utf-8' };
    return download(file, Buffer.from(taxCertificatesCsv(rows.map(({ content }) => content)), 'utf8'));
  }

  /** Télécharger une attestation fiscale (PDF) */
  @Get('tax-certificates/:certificateId/pdf')
  @Allowed('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @Param('collectiviteId', IdPipe) collectiviteId: number,
    @Param('certificateId', IdPipe) certificateId: number,
  ): Promise<StreamableFile> {
    const file = await this.storeCertificate.run(await this.findCertificates.one(collectiviteId, certificateId));
    return download(file, this.files.read(file));
  }
}
