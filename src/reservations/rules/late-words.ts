import { counted, typeset } from '../../kernel/french.js';
import { surchargeWords } from '../../reglement/rules/index.js';
import type { CancelOutcome, LateCancellation } from './cancel-window.js';
import type { ChangeOutcome } from './change-window.js';
import type { LateBooking } from './late-booking.js';

/** « hors délai : avec une majoration de 50 % », told before a parent books; null in time. */
export function lateWords(late: LateBooking | null): string | null {
  if (late === null) return null;
  return typeset(
    late.applies ? `hors délai : ${surchargeWords(late.effect)}` : 'hors délai, sans majoration cette fois',
  );
}

/** « annulation hors délai : le jour reste facturé en entier », told before a parent cancels; null in time. */
export function cancelWords(outcome: CancelOutcome): string | null {
  if (outcome.type !== 'LATE') return null;
  return typeset(
    outcome.effect === 'BILL_FULL'
      ? 'annulation hors délai : le jour reste facturé en entier'
      : 'annulation hors délai, acceptée sans frais',
  );
}

/** « échange hors délai : avec une majoration de 50 % », told before a parent exchanges a day; null in time. */
export function moveWords(outcome: ChangeOutcome): string | null {
  if (outcome.type !== 'ACCEPTED' || outcome.late === null) return null;
  return typeset(
    outcome.late.applies
      ? `échange hors délai : ${surchargeWords(outcome.late.effect)}`
      : 'échange hors délai, sans majoration cette fois',
  );
}

/** What a family is told of the days it gave up, by what each costs it. */
export function cancelledSentence(terms: readonly (LateCancellation | null)[]): string {
  const owed = terms.filter((one) => one === 'BILL_FULL').length;
  const cancelled = `${counted(terms.length, 'réservation est annulée', 'réservations sont annulées')}.`;
  if (owed === 0) return `${cancelled} Rien ne vous sera facturé pour ${terms.length === 1 ? 'ce jour' : 'ces jours'}.`;
  if (owed === terms.length)
    return typeset(
      `${cancelled} Le délai était passé : ${owed === 1 ? 'le jour reste facturé' : 'les jours restent facturés'} en entier, comme le prévoit le règlement.`,
    );
  return typeset(
    `${cancelled} Pour ${counted(owed, 'jour', 'jours')}, le délai était passé : ${owed === 1 ? 'il reste facturé' : 'ils restent facturés'} en entier, comme le prévoit le règlement ; rien ne vous sera facturé pour les autres.`,
  );
}
