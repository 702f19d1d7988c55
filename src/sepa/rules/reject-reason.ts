/**
 * Why a bank sends a direct debit back: codes of ISO 20022 (ExternalStatusReason1Code, ExternalReturnReason1Code) that the
 * SEPA Core rulebook uses. `mandate`: whether the mandate can serve again as it is.
 */
export interface RejectReason {
  readonly code: string;
  /** French, as an agent and a family read it. */
  readonly label: string;
  /** KEPT: the next invoice may be debited; SUSPENDED: someone must look first, the next debit would come back as well. */
  readonly mandate: 'KEPT' | 'SUSPENDED';
}

const kept = (code: string, label: string): RejectReason => ({ code, label, mandate: 'KEPT' });
const suspended = (code: string, label: string): RejectReason => ({ code, label, mandate: 'SUSPENDED' });

export const REJECT_REASONS: readonly RejectReason[] = [
  suspended('AC01', 'numéro de compte incorrect'),
  suspended('AC04', 'compte clôturé'),
  suspended('AC06', 'compte bloqué'),
  suspended('AC13', 'compte qui ne peut pas être prélevé'),
  suspended('AG01', 'prélèvement interdit sur ce type de compte'),
  kept('AG02', 'code d’opération incorrect'),
  kept('AM04', 'provision insuffisante'),
  kept('AM05', 'prélèvement présenté deux fois'),
  suspended('BE05', 'créancier inconnu de la banque'),
  kept('CNOR', 'banque du créancier non reconnue'),
  suspended('DNOR', 'banque du débiteur non joignable'),
  kept('DT01', 'date incorrecte'),
  kept('ED05', 'règlement entre banques non abouti'),
  kept('FF01', 'format du fichier incorrect'),
  suspended('MD01', 'absence de mandat'),
  suspended('MD02', 'données du mandat incorrectes'),
  kept('MD06', 'remboursement demandé par le débiteur'),
  suspended('MD07', 'titulaire du compte décédé'),
  kept('MS02', 'refus du débiteur'),
  kept('MS03', 'motif non communiqué'),
  suspended('RC01', 'BIC incorrect'),
  kept('RR01', 'contrôle réglementaire : compte du débiteur'),
  kept('RR02', 'contrôle réglementaire : nom ou adresse du débiteur'),
  kept('RR03', 'contrôle réglementaire : nom ou adresse du créancier'),
  kept('RR04', 'contrôle réglementaire'),
  suspended('SL01', 'service refusé par la banque du débiteur, à sa demande'),
];

/** The reason of a code; one that is not known here is told by its code, and the mandate waits for a look. */
export function rejectReason(code: string): RejectReason {
  return REJECT_REASONS.find((reason) => reason.code === code) ?? suspended(code, `motif ${code} de la banque`);
}
