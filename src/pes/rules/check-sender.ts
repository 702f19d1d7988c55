import { isSiret } from '../../collectivites/rules/index.js';
import { typeset } from '../../kernel/french.js';
import type { Fault } from './fault.js';
import type { Sender } from './flow.js';
import { pesText } from './pes-text.js';

/** What the Trésorerie gives to a collectivité, and rejects a whole file for. */
export function checkSender(sender: Pick<Sender, 'codique' | 'siret' | 'code' | 'budget' | 'budgetLabel'>): Fault[] {
  const faults: string[] = [];
  if (!/^(02[AB]\d{3,4}|\d{6,7})$/.test(sender.codique)) {
    faults.push(`Le codique « ${sender.codique} » n’a pas 6 ou 7 chiffres.`);
  }
  if (!isSiret(sender.siret)) faults.push(`« ${sender.siret} » n’est pas un SIRET : recopiez ses 14 chiffres.`);
  if (!/^\d{3}$/.test(sender.code)) faults.push(`Le code collectivité « ${sender.code} » n’a pas 3 chiffres.`);
  if (!/^[0-9A-Z]\d$/.test(sender.budget)) {
    faults.push(`Le code budget « ${sender.budget} » n’est pas formé comme 00 ou A1.`);
  }
  if (!pesText(sender.budgetLabel, 38)) faults.push('Le libellé du budget est vide.');
  return faults.map((message) => ({ message: typeset(message) }));
}
