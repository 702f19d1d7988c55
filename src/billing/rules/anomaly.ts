import { typeset } from '../../kernel/french.js';
import type { Anomaly } from './due.js';

/**
 * HOURS_NOT_RECORDED: the price depends on the time that the child stayed, which nobody noted. PROOF_AWAITED: an
 * absence is charged although its proof may still come in time. QUOTIENT_MISSING, QUOTIENT_EXPIRED: the price depends on a quotient
 * that the mairie does not know, or that had ended on that day. UNUSUAL_AMOUNT: the draft of a family is far above what it
 * usually pays. LESS_ON_CARRIED_DAY: less is due of a day that is carried over, and nothing is given back until it is on an
 * invoice. TARIFF_MISSING: no price is in force on that day;
 * PAYER_UNKNOWN: no foyer has the child on that day. Neither of these two can be charged, and both stop the issue; the
 * others are shown.
 */
export type AnomalyKind =
  | Anomaly
  | 'HOURS_NOT_RECORDED'
  | 'PROOF_AWAITED'
  | 'TARIFF_MISSING'
  | 'PAYER_UNKNOWN'
  | 'QUOTIENT_MISSING'
  | 'QUOTIENT_EXPIRED'
  | 'UNUSUAL_AMOUNT'
  | 'LESS_ON_CARRIED_DAY';

export const ANOMALY_KINDS = [
  'ATTENDANCE_NOT_RECORDED',
  'HOURS_NOT_RECORDED',
  'PRESENT_IN_CANCELLED_SESSION',
  'PROOF_AWAITED',
  'TARIFF_MISSING',
  'PAYER_UNKNOWN',
  'QUOTIENT_MISSING',
  'QUOTIENT_EXPIRED',
  'UNUSUAL_AMOUNT',
  'LESS_ON_CARRIED_DAY',
] as const satisfies readonly AnomalyKind[];

const IN_FRENCH: Record<AnomalyKind, string> = {
  ATTENDANCE_NOT_RECORDED: 'Réservé, mais pas pointé : compté au prix à l’unité.',
  HOURS_NOT_RECORDED: 'Heures non pointées alors que le prix en dépend : compté jusqu’à la fin du service.',
  PRESENT_IN_CANCELLED_SESSION: 'Présent à une séance que la mairie a annulée : rien n’est compté.',
  PROOF_AWAITED:
    'Absence facturée alors que son justificatif est encore attendu : recalculez une fois son délai passé, ou émettez sans attendre.',
  TARIFF_MISSING: 'Aucun tarif en vigueur ce jour-là : ajoutez-le, puis recalculez.',
  PAYER_UNKNOWN: 'Aucun foyer n’a la garde de l’enfant ce jour-là : complétez-la, puis recalculez.',
  QUOTIENT_MISSING:
    'Quotient familial inconnu alors que le prix en dépend : demandez-le à la famille, ou émettez au tarif appliqué à défaut.',
  QUOTIENT_EXPIRED:
    'Quotient familial expiré ce jour-là : demandez le nouveau à la famille, ou émettez au tarif appliqué à défaut.',
  UNUSUAL_AMOUNT:
    'Montant bien au-dessus de ce que cette famille paie d’habitude : vérifiez ses jours et ses prix avant d’émettre.',
  LESS_ON_CARRIED_DAY:
    'Moins est dû pour un jour reporté, qui n’est encore sur aucune facture : rien n’est rendu maintenant. Une fois la prochaine facture de la famille émise, corrigez de nouveau ces jours.',
};

export function stopsIssue(kind: AnomalyKind): boolean {
  return kind === 'TARIFF_MISSING' || kind === 'PAYER_UNKNOWN';
}

/** Whether only an agent may issue in spite of it: by itself, a month waits until it is gone. */
export function needsAgent(kind: AnomalyKind): boolean {
  return kind === 'PROOF_AWAITED' || stopsIssue(kind);
}

export function anomalyInFrench(kind: AnomalyKind): string {
  return typeset(IN_FRENCH[kind]);
}
