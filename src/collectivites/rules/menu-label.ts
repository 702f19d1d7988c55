import { foldedText } from '../../kernel/folded-text.js';

const RELIGION =
  /\b(?:hall?al|[ck]as?c?her|kosher|musulman|islam|coran|juif|juive|judai|israelite|ramadan|careme|sh?abb?at|hindou|bouddhi|chretien|catholique|protestant|evangeli|religi|confession)/;
const HEALTH =
  /\b(?:allerg|diabet|coeliaque|epilep|intoleran|asthm|maladi|malade|handicap|autis|obes|anorex|cancer|mucovisc|phenylceton|medic|therap|patholog)/;

/**
 * Why a label cannot name a menu: menus are neutral. A religion may not be recorded (CNIL, délibération 2015-433 of
 * 10 December 2015) nor the nature of an illness (RGPD, article 9); what is not on the plate may be said.
 */
export function menuLabelFault(label: string): 'RELIGION' | 'HEALTH' | null {
  const folded = foldedText(label);
  if (RELIGION.test(folded)) return 'RELIGION';
  return HEALTH.test(folded) ? 'HEALTH' : null;
}
