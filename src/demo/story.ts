import { relative } from 'node:path';
import { counted, euros, longDate, plainDate } from '../kernel/french.js';
import { sumCents } from '../kernel/money.js';
import { PASSWORD, STAFF } from './commune.js';
import { visitorOf } from './households.js';
import { tellMoney } from './money-told.js';
import type { Papers } from './papers.js';
import type { PlayedYear } from './play-year.js';

const ROLE_NAMES: Record<(typeof STAFF)[number]['role'], string> = {
  administrateur: 'administratrice',
  agent: 'agent',
  regisseur: 'régisseuse',
  animateur: 'animateur',
};

/** What happened, in plain French, and what to do next. */
export function tellStory({
  year,
  households,
  bookings,
  rolls,
  counter,
  online,
  late,
  exchanges,
  scenes,
  money,
  papers,
  reglement,
  invitation,
  folder,
  seconds,
}: PlayedYear & { papers: Papers; reglement: string; invitation: URL; folder: string; seconds: number }): string {
  const where = relative(process.cwd(), folder) || '.';
  const invoiced = sumCents(papers.invoices.map(({ totalCents }) => totalCents as number));
  const parent = visitorOf(households);
  return `
Valmont-sur-Orle, du ${plainDate(year.from)} au ${longDate(year.to)} (joué en ${seconds.toFixed(1).replace('.', ',')} s)

  Familles       ${counted(households.all.length, 'foyer importé', 'foyers importés')}, ${counted(households.invited, 'invitation', 'invitations')}, ${counted(households.signedUp, 'compte créé', 'comptes créés')}
  Réservations   ${counted(bookings.reserved, 'jour réservé', 'jours réservés')}, ${counted(bookings.refused, 'refusé', 'refusés')} à la validation, ${counted(bookings.cancelled, 'annulé', 'annulés')} dans les délais
  Pointage       ${counted(rolls.present, 'présence', 'présences')}, ${counted(rolls.absent, 'absence', 'absences')}, ${counted(rolls.unplanned, 'enfant non prévu', 'enfants non prévus')}
  Factures       ${counted(papers.invoices.length, 'facture émise', 'factures émises')}, ${euros(invoiced)}
  Encaissements  ${counted(counter.payments, 'paiement au guichet', 'paiements au guichet')}, ${euros(counter.cents)} ; en retard aujourd’hui : ${euros(papers.lateCents)}
  En ligne       ${counted(online.paid, 'paiement par PayFiP', 'paiements par PayFiP')} (simulé), ${euros(online.cents)}, ${counted(online.givenUp, 'abandon', 'abandons')}
  Relances       ${counted(late.reminders, 'message ou lettre', 'messages et lettres')}, ${counted(late.plans, 'paiement en plusieurs fois', 'paiements en plusieurs fois')}
${tellMoney(money, papers.money)
  .map((line) => `  ${line}`)
  .join('\n')}
  Échanges       ${counted(exchanges.articles, 'actualité', 'actualités')}, ${counted(exchanges.demandes, 'demande', 'demandes')} dont ${exchanges.answered} avec réponse
  Règlement      ${counted(scenes.lateRequests, 'demande hors délai acceptée', 'demandes hors délai acceptées')}, ${counted(scenes.offersAccepted, 'place rendue et proposée à la liste d’attente', 'places rendues et proposées à la liste d’attente')}, ${counted(scenes.swaps, 'échange de semaines de garde', 'échanges de semaines de garde')}, ${counted(scenes.corrections, 'correction demandée par un foyer', 'corrections demandées par un foyer')} (une acceptée, une refusée, une en attente)

Le règlement, expliqué par l’année jouée

${reglement}

Les papiers, sous ${where}/
  factures/      ${papers.invoices.length} PDF          quittances/   ${papers.payments.length} PDF
  etats/         ${counted(papers.reports.length, 'état d’encaissement', 'états d’encaissement')} ; journal des encaissements, quittancier, restes à recouvrer (PDF, CSV, XLSX)
  avoirs/        ${counted(papers.money.creditNotes.length, 'avoir', 'avoirs')} (PDF), remboursements (PDF, virements en CSV)   prelevements/  le fichier pour la banque (pain.008), un mandat (PDF)
  tresorerie/    versements (PDF, CSV, XLSX) ; bordereaux : fichier PES (XML), liste à signer (PDF), lignes (CSV) ; acquit et retour reçus (XML)
  relances/      lettres de relance, une famille par page (PDF)          attestations/  de paiement (PDF) ; fiscales, comme en janvier (un PDF, CSV de toutes)
  reglement.txt  ces explications, puis les règles et les prix de chaque prestation
  mails/         ce que familles, cuisine et mairie ont reçu (.eml)

Qui peut se connecter (mot de passe de tous : ${PASSWORD} ; la liste : ${where}/accounts.json)
${STAFF.map(({ role, email }) => `  ${ROLE_NAMES[role].padEnd(17)}${email}`).join('\n')}
  ${'parent'.padEnd(17)}${parent.email!} (famille ${parent.name})
Pour créer un compte, comme Marc Brissac qui vient d’emménager avec deux enfants, ouvrez le lien de son invitation :
  ${invitation.href}`;
}
