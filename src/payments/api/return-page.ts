import { euros, NBSP, typeset } from '../../kernel/french.js';
import type { AttemptState } from '../../payfip/index.js';

const WORDS: Readonly<Record<AttemptState, readonly [title: string, text: string]>> = {
  PAID: [
    'Paiement enregistré',
    'Merci. Votre quittance vous est envoyée par courriel ; vous la trouverez aussi dans votre espace famille.',
  ],
  TESTED: ['Paiement d’essai réussi', 'C’était un essai : rien n’a été débité, et rien n’est réglé.'],
  REFUSED: [
    'Paiement refusé',
    'Votre banque a refusé le paiement : rien n’a été débité. Vous pouvez recommencer, ou payer par un autre moyen.',
  ],
  CANCELLED: ['Paiement abandonné', 'Rien n’a été débité. Vous pouvez recommencer quand vous voulez.'],
  EXPIRED: [
    'Paiement non effectué',
    'Ce paiement n’a pas eu lieu : rien n’a été débité. Vous pouvez recommencer quand vous voulez.',
  ],
  FAILED: [
    'Paiement non effectué',
    'Ce paiement n’a pas eu lieu : rien n’a été débité. Vous pouvez recommencer quand vous voulez.',
  ],
  CREATED: [
    'Paiement en cours',
    'Nous attendons la réponse de PayFiP. Si vous avez payé, votre quittance arrivera par courriel : ne payez pas une seconde fois.',
  ],
  PENDING: [
    'Paiement en cours',
    'Nous attendons la réponse de PayFiP. Si vous avez payé, votre quittance arrivera par courriel : ne payez pas une seconde fois. Si vous avez renoncé, vous pourrez recommencer dans vingt minutes.',
  ],
  ANOMALY: [
    'Paiement à vérifier',
    'PayFiP ne nous a pas répondu clairement. La régie vérifie et vous répondra : ne payez pas une seconde fois d’ici là.',
  ],
};

interface Returned {
  readonly state: AttemptState;
  readonly amountCents: number;
}

/**
 * What a family sees when PayFiP sends it back. It is open to all, so it names nobody and nothing; null for a payment that
 * nobody knows. Plain HTML without script.
 */
export function returnPage(payment: Returned | null, publicUrl: string): string {
  const [title, text] = payment
    ? WORDS[payment.state]
    : [
        'Paiement introuvable',
        'Nous n’avons pas retrouvé ce paiement. Vos factures et vos quittances sont dans votre espace famille.',
      ];
  const amount = payment ? `<p>Montant${NBSP}: <strong>${euros(payment.amountCents)}</strong></p>` : '';
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1.125rem/1.5 sans-serif; max-width: 38rem; margin: 2rem auto; padding: 0 1rem; color: #1e1e1e; background: #fff; }
a { display: inline-block; padding: .75rem 1rem; background: #000091; color: #fff; text-decoration: none; }
a:focus { outline: 3px solid #0a76f6; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${amount}
<p>${typeset(text)}</p>
<p><a href="${encodeURI(publicUrl)}/factures">Revenir à mes factures</a></p>
</main>
</body>
</html>
`;
}
