import { CertificateSettingsRow } from './data/certificate-settings.entity.js';
import { TaxCertificateRow } from './data/tax-certificate.entity.js';

export { CertificatesModule } from './certificates.module.js';
export { MakeTaxCertificates } from './actions/make-tax-certificates.js';

export const certificatesEntities = [CertificateSettingsRow, TaxCertificateRow];
