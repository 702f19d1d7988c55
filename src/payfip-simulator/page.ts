import type { FastifyInstance, FastifyReply } from 'fastify';
import { euros, typeset } from '../kernel/french.js';
import type { Faults } from './faults.js';
import type { Notifications } from './notifications.js';
import { type Choice, CHOICES, type Operation, type Operations } from './operations.js';

const WORDS: Readonly<Record<Choice | 'close', string>> = {
  P: 'Payer par carte bancaire',
  V: 'Payer par prélèvement unique',
  A: 'Abandonner',
  R: 'La banque refuse la carte',
  Z: 'La banque refuse le prélèvement',
  close: 'Fermer sans répondre',
};

const CLOSED = {
  P1: 'Ce paiement n’existe pas, ou n’existe plus.',
  P3: 'Ce paiement a déjà eu lieu.',
  P4: 'Ce paiement a été demandé il y a plus de 15 minutes. Recommencez depuis le site de votre commune.',
} as const;

/** The page on which a family pays: plain HTML that a person can click and a screen reader can read; no script. */
export function servePage(
  server: FastifyInstance,
  operations: Operations,
  faults: Faults,
  notifications: Notifications,
): void {
  server.get<{ Querystring: { idop?: string } }>('/tpa/paiementws.web', (request, reply) => {
    if (faults.strike('page')) return show(reply, 503, 'Service indisponible', paragraph('Revenez plus tard.'));
    const idOp = request.query.idop ?? '';
    const closed = operations.whyClosed(idOp);
    if (closed) return refused(reply, closed);
    return show(reply, 200, 'Paiement simulé', choices(operations.find(idOp)!));
  });

  server.post<{ Body: Record<string, string> }>('/tpa/paiementws.web', (request, reply) => {
    const { idop = '', choix = '' } = request.body;
    const closed = operations.whyClosed(idop);
    if (closed) return refused(reply, closed);
    const choice = CHOICES.find((one) => one === choix);
    if (!choice) {
      return show(
        reply,
        200,
        'Page fermée',
        paragraph('Vous avez quitté la page de paiement. Vous pouvez fermer cette fenêtre.'),
      );
    }
    const operation = operations.decide(idop, choice);
    notifications.notify(operation);
    const back = new URL(operation.fields.urlredirect);
    back.searchParams.set('idop', idop);
    const fault = faults.strike('return')?.fault;
    if (fault === 'LOST') {
      const words = 'La navigation s’est interrompue ici. Vous pouvez fermer cette fenêtre.';
      return show(reply, 200, 'Terminé', paragraph(words));
    }
    // 307: the browser posts its form again, there.
    return fault === 'POSTED' ? reply.redirect(operation.fields.urlredirect, 307) : reply.redirect(back.href, 303);
  });
}

function choices({ idOp, fields }: Operation): string {
  const test = fields.saisie === 'T' ? `<p><strong>Paiement d’essai${NBSP}: rien n’est débité.</strong></p>` : '';
  const buttons = (['P', 'V', 'A', 'R', 'Z', 'close'] as const).map(
    (choice) => `<li><button type="submit" name="choix" value="${choice}">${WORDS[choice]}</button></li>`,
  );
  return `${test}
<dl>
<dt>Montant</dt><dd>${euros(Number(fields.montant))}</dd>
<dt>Objet</dt><dd>${escape(fields.objet || 'non précisé')}</dd>
<dt>Référence</dt><dd>${escape(fields.refdet)} (exercice ${escape(fields.exer)})</dd>
<dt>Client</dt><dd>${escape(fields.numcli)}</dd>
<dt>Reçu envoyé à</dt><dd>${escape(fields.mel)}</dd>
</dl>
<form method="post" action="/tpa/paiementws.web">
<input type="hidden" name="idop" value="${escape(idOp)}">
<fieldset><legend>Que se passe-t-il${NBSP}?</legend><ul>${buttons.join('\n')}</ul></fieldset>
</form>`;
}

const NBSP = '&nbsp;';

function refused(reply: FastifyReply, code: keyof typeof CLOSED): FastifyReply {
  return show(reply, 200, 'Paiement impossible', `${paragraph(CLOSED[code])}<p>Code ${code}</p>`);
}

function paragraph(text: string): string {
  return `<p>${escape(typeset(text))}</p>`;
}

function show(reply: FastifyReply, status: number, title: string, content: string): FastifyReply {
  return reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    .header('cache-control', 'no-store').send(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – simulateur de PayFiP</title>
<style>
body { font: 1.125rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #1e1e1e; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: bold; } dd { margin: 0; }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; }
button { font: inherit; min-height: 2.75rem; width: 100%; text-align: left; padding: .5rem 1rem; border: 2px solid #000091; background: #fff; color: #000091; }
button:hover, button:focus { background: #000091; color: #fff; outline: 3px solid #0a76f6; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>Ceci est un simulateur${NBSP}: aucun argent ne circule.</p>
${content}
</main>
</body>
</html>`);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
