import { counted, euros, typeset } from '../../kernel/french.js';
import type { Cents } from '../../kernel/money.js';

/** What a family reads once its money came: what is reserved, what is not, and where the rest of its money is. */
export function settledSentences({
  reserved,
  missed,
  creditedCents,
  billedLater,
}: {
  readonly reserved: number;
  readonly missed: number;
  readonly creditedCents: Cents;
  readonly billedLater: boolean;
}): string[] {
  const sentences: string[] = [];
  if (reserved > 0 && billedLater)
    sentences.push(
      `${counted(reserved, 'jour est réservé', 'jours sont réservés')}. La somme est trop petite pour un paiement en ligne : elle sera facturée avec le mois.`,
    );
  else if (reserved > 0)
    sentences.push(
      `Votre paiement est bien arrivé : ${counted(reserved, 'jour est réservé', 'jours sont réservés')} et payé${reserved < 2 ? '' : 's'}.`,
    );
  if (missed > 0)
    sentences.push(
      `${counted(missed, 'jour n’a pas pu être réservé', 'jours n’ont pas pu être réservés')} : ${missed < 2 ? 'sa place n’était plus gardée et n’est plus libre' : 'leurs places n’étaient plus gardées et ne sont plus libres'}.`,
    );
  if (creditedCents > 0)
    sentences.push(
      reserved === 0 && missed === 0
        ? `Votre panier était déjà payé : ${euros(creditedCents)} ${creditedWords}`
        : `De votre paiement, ${euros(creditedCents)} ${creditedWords}`,
    );
  return sentences.map(typeset);
}

const creditedWords =
  'restent à votre crédit. Votre avoir paie d’abord vos prochaines réservations et factures ; vous pouvez aussi en demander le remboursement à la mairie.';

/** « 7,00 € vous sont crédités. »: paid days that are given up. */
export function creditedSentence(creditedCents: Cents): string {
  return `${euros(creditedCents)} vous sont crédités.`;
}
