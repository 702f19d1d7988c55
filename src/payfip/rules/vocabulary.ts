/**
 * The words of the PayFiP web service (contrat « PaiementSecuriseService »), as three independent clients write and
 * read them; docs/treasury.md tells what of it is left to confirm.
 */
export const SOAP_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SERVICE_NAMESPACE =
  'http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService';

export const OPERATIONS = [
  'creerPaiementSecurise',
  'recupererDetailPaiementSecurise',
  'recupererDetailClient',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** From the base address of PayFiP: where the service is called, and where a family pays. */
export function serviceAddress(base: string): string {
  return `${base}/services/securite`;
}

export function paymentPageAddress(base: string, idOp: string): string {
  return `${base}/paiementws.web?idop=${encodeURIComponent(idOp)}`;
}

/** Mode de saisie: T test, nothing is debited; X activation, the first real payment; W production. */
export const MODES = ['T', 'X', 'W'] as const;
export type Mode = (typeof MODES)[number];
