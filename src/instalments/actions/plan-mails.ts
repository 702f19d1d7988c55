import { type CollectiviteRow, letterSignature } from '../../collectivites/index.js';
import { counted, enumeration, euros, longDate, plainDate, typeset } from '../../kernel/french.js';
import { ofWithArticle } from '../../kernel/names-in-french.js';
import type { MailBlock, MailContent } from '../../platform/mail/index.js';
import type { FilledInstalment } from '../rules/progress.js';
import type { ShownPlan } from './find-plans.js';

export interface PlanReader {
  readonly name: string;
}

export function agreedMail(plan: ShownPlan, { name }: PlanReader, collectivite: CollectiviteRow): MailContent {
  const { totalCents } = plan.plan;
  const { instalments } = plan.progress;
  const times = counted(instalments.length, 'fois', 'fois');
  return {
    subject: `Votre paiement en ${times} est accordé`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      text(
        `Comme convenu avec la régie, vous payez ${euros(totalCents)} en ${times}, pour ${invoicesOf(plan)}. Tant que ces dates sont tenues, vous ne recevez aucune relance pour ces factures.`,
      ),
      schedule(instalments),
      text(
        'Payez chaque échéance comme une facture, au plus tard à sa date. Vous pouvez payer plus tôt, ou davantage : les échéances suivantes diminuent d’autant.',
      ),
      text(
        'Si une date devient difficile à tenir, appelez-nous avant qu’elle ne passe : nous chercherons une solution avec vous. Le centre communal d’action sociale (CCAS) peut aussi vous aider.',
      ),
    ],
    signature: letterSignature(collectivite),
    footer: footer(collectivite),
  };
}

export function missedMail(plan: ShownPlan, { name }: PlanReader, collectivite: CollectiviteRow): MailContent {
  const { instalments, lateCents } = plan.progress;
  const late = instalments.filter(({ state }) => state === 'LATE');
  return {
    subject: `Votre paiement en plusieurs fois : ${euros(lateCents)} attendus`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      text(
        `Nous n’avons pas encore reçu ${euros(lateCents)}, à payer ${enumeration(late.map(({ dueOn }) => `le ${plainDate(dueOn)}`))} selon l’échéancier convenu avec la régie. C’est peut-être un oubli : il suffit de payer cette somme.`,
      ),
      schedule(instalments),
      text(
        `Si vous avez payé ces jours-ci, ne tenez pas compte de ce message. Si vous ne pouvez pas payer maintenant, appelez-nous au ${collectivite.phone} : les dates peuvent être revues avec vous, et le centre communal d’action sociale (CCAS) peut vous aider.`,
      ),
      text('Ce retard ne change rien pour votre enfant : il est accueilli comme les autres jours.'),
    ],
    signature: letterSignature(collectivite),
    footer: footer(collectivite),
  };
}

export function endedMail(plan: ShownPlan, { name }: PlanReader, collectivite: CollectiviteRow): MailContent {
  const { openCents } = plan.progress;
  const { endReason, endedFor } = plan.plan;
  const why =
    endedFor === 'MISSED' ? 'Des échéances n’ont pas été payées, et nous n’avons pas eu de vos nouvelles.' : endReason;
  return {
    subject: 'Votre paiement en plusieurs fois prend fin',
    greeting: `Bonjour ${name},`,
    paragraphs: [
      text(
        `L’échéancier convenu le ${plainDate(plan.plan.agreedOn)} prend fin. Il reste ${euros(openCents)} à payer sur ${invoicesOf(plan)}.`,
      ),
      ...(why ? [text(why)] : []),
      text(
        `Payez cette somme dès que possible, ou appelez-nous au ${collectivite.phone} : un nouvel échéancier peut être convenu, et le centre communal d’action sociale (CCAS) peut vous aider. Sans paiement ni accord, un titre de recettes sera émis et la Trésorerie chargée de le recouvrer.`,
      ),
      text('Votre enfant reste accueilli comme les autres.'),
    ],
    signature: letterSignature(collectivite),
    footer: footer(collectivite),
  };
}

/** For the mairie: whose instalment is missed, and what can be done. */
export function missedNotice(plan: ShownPlan, family: string, collectivite: CollectiviteRow): MailContent {
  const { lateCents, openCents, instalments } = plan.progress;
  return {
    subject: `Échéance manquée : famille ${family}`,
    greeting: 'Bonjour,',
    paragraphs: [
      text(
        `La famille ${family} n’a pas payé ${euros(lateCents)} de son échéancier du ${plainDate(plan.plan.agreedOn)} ; il reste ${euros(openCents)} en tout. Elle vient de recevoir un message. L’échéancier continue tant que vous n’y mettez pas fin.`,
      ),
      schedule(instalments),
    ],
    signature: letterSignature(collectivite),
    footer: 'Message automatique de l’espace famille.',
  };
}

const STATES: Record<FilledInstalment['state'], string> = {
  PAID: 'payée',
  PARTLY_PAID: 'payée en partie',
  TO_COME: 'à venir',
  LATE: 'attendue',
};

function schedule(instalments: readonly FilledInstalment[]): MailBlock {
  return {
    kind: 'rows',
    caption: 'Vos échéances',
    headers: ['Au plus tard le', 'Montant', 'État'],
    rows: instalments.map(({ dueOn, cents, paidCents, state }) => [
      longDate(dueOn),
      euros(cents),
      paidCents > 0 && state !== 'PAID' ? `${STATES[state]}, ${euros(paidCents)} déjà reçus` : STATES[state],
    ]),
  };
}

function invoicesOf({ invoices }: ShownPlan): string {
  const numbers = enumeration(invoices.map(({ number }) => number));
  return invoices.length > 1 ? `les factures ${numbers}` : `la facture ${numbers}`;
}

function text(sentence: string): MailBlock {
  return { kind: 'paragraph', text: typeset(sentence) };
}

function footer({ name }: CollectiviteRow): string {
  return typeset(
    `Vous recevez ce message parce que vous payez une facture ${ofWithArticle(name)} en plusieurs fois. Merci de ne pas y répondre : personne ne lit cette adresse.`,
  );
}
