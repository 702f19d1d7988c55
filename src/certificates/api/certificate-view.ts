import type { TaxCertificateRow } from '../data/tax-certificate.entity.js';
import type { TaxCertificateDto } from './certificates.dto.js';

export function taxCertificateView({
  id,
  familyId,
  taxYear,
  issuedOn,
  totalCents,
  content,
}: TaxCertificateRow): TaxCertificateDto {
  const { number, children } = content;
  return { certificateId: id, number, familyId, taxYear, issuedOn, totalCents, children };
}
