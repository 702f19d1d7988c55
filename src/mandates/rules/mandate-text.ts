import { typeset } from '../../kernel/french.js';

/** Changes with every word below: what a family read is known from it. */
export const MANDATE_TEXT_VERSION = '2026-11';

export interface MandateParties {
  readonly creditorName: string;
  readonly ics: string;
  readonly noticeDays: number;
}

/**
 * What a debtor agrees to: the French wording of the SEPA Core mandate (EPC208-08), how debits are announced here, and
 * what becomes of the data. The same on the screen before the signature and on the paper after it.
 */
export function mandateText({ creditorName, ics, noticeDays }: MandateParties): string[] {
  return [
    `En signant ce mandat, vous autorisez ${creditorName} (identifiant créancier SEPA ${ics}) à envoyer des instructions à votre banque pour débiter votre compte, et votre banque à débiter votre compte conformément à ces instructions.`,
    'Vous bénéficiez du droit d’être remboursé par votre banque suivant les conditions décrites dans la convention que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les 8 semaines suivant la date de débit de votre compte pour un prélèvement autorisé, et au plus tard dans les 13 mois en cas de prélèvement non autorisé.',
    `Les prélèvements sont récurrents : un pour chaque facture. Chaque facture vous annonce la date et le montant du sien, au moins ${noticeDays} jours avant.`,
    'Vous pouvez révoquer ce mandat à tout moment depuis votre espace famille, ou en écrivant à la mairie ; il prend fin de lui-même s’il ne sert pas pendant 36 mois. Vos droits concernant ce mandat sont expliqués dans un document que vous pouvez obtenir auprès de votre banque.',
    'Vos coordonnées bancaires ne servent qu’au paiement de vos factures ; elles sont conservées chiffrées, et transmises à la seule Direction générale des finances publiques et aux banques. Vous disposez des droits d’accès, de rectification et de limitation prévus par le règlement général sur la protection des données ; adressez-vous à la mairie.',
  ].map(typeset);
}
