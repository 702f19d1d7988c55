import { counted } from '../../kernel/french.js';
import type { CollectiviteRow } from '../../collectivites/index.js';
import type { ReminderSettings } from '../data/reminder-settings.entity.js';
import type { ReminderRules, Step } from '../rules/steps.js';

/** Said in each reminder: the debt is between the collectivité and the adults (Défenseur des droits, June 2019). */
export const NO_CHILD_IS_TURNED_AWAY =
  'Cette relance ne concerne que le paiement : votre enfant reste accueilli comme les autres.';

/** That paying in several times is possible, that help exists, and whom to call. */
export function help(
  { phone, email }: Pick<CollectiviteRow, 'phone' | 'email'>,
  { helpContact }: Pick<ReminderSettings, 'helpContact'>,
): string {
  const social = helpContact
    ? `Une aide est aussi possible : ${helpContact}.`
    : 'Le centre communal d’action sociale (CCAS) peut aussi vous aider.';
  return `Payer en plusieurs fois est possible : appelez-nous au ${phone} ou écrivez à ${email}, nous fixerons ensemble des dates qui vous conviennent. ${social} Appelez-nous également si un montant vous semble inexact.`;
}

/** Days left before the Trésorerie is asked to collect; null where that is no step of this collectivité. */
export function daysBeforeTransfer({ after }: ReminderRules, step: Step): number | null {
  return after.TRANSFER === undefined ? null : after.TRANSFER - (after[step] ?? 0);
}

/** What comes next where nothing is paid and nobody calls. */
export function whatFollows(days: number): string {
  return `Sans paiement ni nouvelle de votre part dans les ${counted(days, 'jour', 'jours')}, la mairie pourra émettre un titre de recettes : la Trésorerie serait alors chargée du recouvrement.`;
}
