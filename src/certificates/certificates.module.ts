import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/index.js';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PrestationsModule } from '../prestations/index.js';
import { CertificateSettingsOf } from './actions/certificate-settings.js';
import { FindTaxCertificates } from './actions/find-tax-certificates.js';
import { GatherCare } from './actions/gather-care.js';
import { MakeTaxCertificates } from './actions/make-tax-certificates.js';
import { CertifyPayments } from './actions/payment-certificate.js';
import { ReviewCare } from './actions/review-care.js';
import { SendTaxCertificate } from './actions/send-tax-certificate.js';
import { StoreTaxCertificate } from './actions/store-tax-certificate.js';
import { CertificatesController } from './api/certificates.controller.js';
import { FamilyCertificatesController } from './api/family-certificates.controller.js';
import { MakeCertificatesTask } from './tasks/make-certificates.task.js';

@Module({
  imports: [BillingModule, CollectivitesModule, FamiliesModule, LedgerModule, PrestationsModule],
  controllers: [CertificatesController, FamilyCertificatesController],
  providers: [
    CertificateSettingsOf,
    CertifyPayments,
    FindTaxCertificates,
    GatherCare,
    MakeCertificatesTask,
    MakeTaxCertificates,
    ReviewCare,
    SendTaxCertificate,
    StoreTaxCertificate,
  ],
  exports: [MakeTaxCertificates],
})
export class CertificatesModule {}
