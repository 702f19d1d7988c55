import type { DeadlineOperation } from './deadline.js';

/** How the sentence of a deadline starts. */
export const POSSIBLE: Record<DeadlineOperation, string> = {
  ADD: 'Réservation possible',
  CANCEL: 'Annulation possible',
  MODIFY: 'Modification possible',
  DIET: 'Changement de menu possible',
};

/** How a deadline is named to the mairie, at the start of a sentence. */
export const OPERATION_DEADLINE: Record<DeadlineOperation, string> = {
  ADD: 'Le délai de réservation',
  CANCEL: 'Le délai d’annulation',
  MODIFY: 'Le délai de modification',
  DIET: 'Le délai de changement de menu',
};
