import type { Schemas } from '../api/client';

type State = Schemas['FamilyOnlinePaymentDto']['state'];

interface Words {
  readonly title: string;
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
}

const NOTHING_LEFT = 'Rien n’a été débité. Vous pouvez recommencer quand vous voulez.';
/** Where it was for invoices: each of them tells all the means. */
const OTHERWISE = ' Les autres façons de payer sont indiquées sur la facture.';

const ANNULLED: Words = {
  title: 'Paiement annulé',
  text: 'Il avait été enregistré, puis la banque l’a rejeté : ce qu’il réglait est de nouveau à payer.',
  tone: 'bad',
};

const STATES: Record<State, Words> = {
  PAID: {
    title: 'Paiement enregistré',
    text: 'Merci. Votre quittance est ci-dessous ; elle vous est aussi envoyée par courriel.',
    tone: 'good',
  },
  TESTED: {
    title: 'Paiement d’essai réussi',
    text: 'C’était un essai : rien n’a été débité, et rien n’est réglé.',
    tone: 'good',
  },
  REFUSED: { title: 'Paiement refusé par la banque', text: NOTHING_LEFT, tone: 'bad' },
  CANCELLED: { title: 'Paiement abandonné', text: NOTHING_LEFT, tone: 'warn' },
  EXPIRED: { title: 'Paiement non effectué', text: NOTHING_LEFT, tone: 'warn' },
  FAILED: { title: 'Paiement non effectué', text: NOTHING_LEFT, tone: 'warn' },
  CREATED: { title: 'Paiement en préparation', text: 'La page de paiement s’ouvre.', tone: 'warn' },
  PENDING: {
    title: 'Paiement en cours de vérification',
    text: 'Nous attendons la réponse de PayFiP ; cette page se met à jour toute seule. Si vous avez payé, ne payez pas une seconde fois : votre quittance arrivera ici et par courriel. Si vous avez renoncé, vous pouvez le reprendre depuis vos factures, ou attendre vingt minutes pour payer autrement.',
    tone: 'warn',
  },
  ANOMALY: {
    title: 'Paiement à vérifier',
    text: 'PayFiP ne nous a pas répondu clairement. La régie vérifie et vous répondra : ne payez pas une seconde fois d’ici là.',
    tone: 'warn',
  },
};

/** What became of an online payment, and what to do. */
export function wordsOf({
  state,
  annulled,
  invoices,
}: Pick<Schemas['FamilyOnlinePaymentDto'], 'state' | 'annulled' | 'invoices'>): Words {
  const words = annulled ? ANNULLED : STATES[state];
  return words.text === NOTHING_LEFT && invoices.length > 0 ? { ...words, text: NOTHING_LEFT + OTHERWISE } : words;
}

/** Nothing more is to be waited for on the page; an anomaly is for the régie, and takes longer than one waits. */
export function isDecided(state: State): boolean {
  return state !== 'CREATED' && state !== 'PENDING';
}

/** Whether one may try again: nothing was paid, and nothing holds the invoice any longer. */
export function mayTryAgain(state: State): boolean {
  return ['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED', 'TESTED'].includes(state);
}

/** Milliseconds before the next question, by how many were answered: the answer mostly comes at once, else it takes minutes. */
export function waitBeforeAsking(answers: number): number {
  return Math.min(2000 * 1.5 ** Math.max(answers - 1, 0), 30_000);
}
