import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { download } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/file-answer.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { periodOf, PeriodQuery } from '../../platform/http/period-query.js';
import { FindTaxCertificates } from '../actions/find-tax-certificates.js';
import { CertifyPayments } from '../actions/payment-certificate.js';
import { StoreTaxCertificate } from '../actions/store-tax-certificate.js';
import { TaxCertificateDto } from './certificates.dto.js';
import { taxCertificateView } from './certificate-view.js';

@FamilyApi('Mes factures')
@Controller('families/:familyId')
export class FamilyCertificatesController {
  constructor(
    private readonly findCertificates: FindTaxCertificates,
    private readonly storeCertificate: StoreTaxCertificate,
    private readonly certifyPayments: CertifyPayments,
    private readonly files: FileStore,
  ) {}

  /** Voir ses attestations fiscales, la dernière année d’abord */
  @Get('tax-certificates')
  @ForFamily('agent', 'regisseur', 'administrateur')
  async list(@CurrentFamily() { collectiviteId, familyId }: FamilyAccess): Promise<TaxCertificateDto[]> {
    return (await this.findCertificates.ofFamily(collectiviteId, familyId)).map(taxCertificateView);
  }

  /** Télécharger une attestation fiscale (PDF) */
  @Get('tax-certificates/:certificateId/pdf')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async pdf(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Param('certificateId', IdPipe) certificateId: number,
  ): Promise<StreamableFile> {
    const certificate = await this.findCertificates.one(collectiviteId, certificateId, familyId);
    const file = await this.storeCertificate.run(certificate);
    return download(file, this.files.read(file));
  }

  /** Télécharger une attestation de ce que la famille a payé entre deux dates (PDF) */
  @Get('payment-certificate')
  @ForFamily('agent', 'regisseur', 'administrateur')
  @AnswersFile('application/pdf')
  async payments(
    @CurrentFamily() { collectiviteId, familyId }: FamilyAccess,
    @Query() query: PeriodQuery,
  ): Promise<StreamableFile> {
    const { name, content } = await this.certifyPayments.run(collectiviteId, familyId, periodOf(query));
    return download({ name, mediaType: 'application/pdf' }, content);
  }
}
