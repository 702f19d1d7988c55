import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answeredDemandes } from '../demandes/queries';
import { useFamily } from '../family/my-families';
import { swaps } from '../household/queries';
import { waitingInvoices } from '../invoices/queries';
import { basket, lateRequests, waitingEntries } from '../reservations/queries';
import { counted, countedDays } from '../words/counted';
import { dayOfYear, deadline } from '../words/dates';
import { euros } from '../words/money';
import styles from './home.module.css';

/** What one is expected to do, or waits for. */
export function WhatWaits() {
  const { familyId, timeZone } = useFamily();
  const { data: lines } = useSuspenseQuery(basket(familyId));
  const { data: due } = useSuspenseQuery(waitingInvoices(familyId));
  const { data: waiting } = useSuspenseQuery(waitingEntries(familyId));
  const { data: demandes } = useSuspenseQuery(answeredDemandes(familyId));
  const { data: exchanges } = useSuspenseQuery(swaps(familyId));
  const { data: asked } = useSuspenseQuery(lateRequests(familyId));
  const params = { familyId: String(familyId) };
  const answers = demandes.filter(({ unread }) => unread);
  const offers = waiting.filter(({ state }) => state === 'OFFERED');
  const proposed = exchanges.filter(({ state, askedByYou }) => state === 'PENDING' && !askedByYou);
  const pending = asked.filter(({ state }) => state === 'PENDING');
  const dueCents = due.reduce((sum, { openCents }) => sum + openCents, 0);
  const nothing = [lines.lines, due, offers, answers, proposed, pending].every(({ length }) => length === 0);
  return (
    <section aria-labelledby="attend">
      <h2 id="attend">Ce qui vous attend</h2>
      {nothing ? <p>Rien pour l’instant : tout est à jour.</p> : null}
      <ul className={styles.waits}>
        {lines.lines.length > 0 ? (
          <li>
            <Link to="/familles/$familyId/panier" params={params}>
              {countedDays(lines.lines.length)} dans le panier, à valider
            </Link>
          </li>
        ) : null}
        {offers.map(({ id, childName, prestationName, date, expiresAt }) => (
          <li key={id}>
            <Link to="/familles/$familyId/reservations" params={params} search={{ du: date }}>
              Une place se libère pour {childName} : {prestationName}, {dayOfYear(date)}
              {expiresAt ? `, à accepter avant le ${deadline(expiresAt, timeZone)}` : ''}
            </Link>
          </li>
        ))}
        {proposed.map(({ id, childName, firstDate }) => (
          <li key={id}>
            <Link to="/familles/$familyId/foyer/garde" params={params}>
              Échange de jours proposé pour {childName} : à accepter ou refuser avant le {dayOfYear(firstDate)}
            </Link>
          </li>
        ))}
        {answers.map(({ id, subject }) => (
          <li key={id}>
            <Link to="/familles/$familyId/demandes/$demandeId" params={{ ...params, demandeId: String(id) }}>
              La mairie a répondu : {subject}
            </Link>
          </li>
        ))}
        {due.length > 0 ? (
          <li>
            <Link to="/familles/$familyId/factures" params={params}>
              {counted(due.length, 'facture', 'factures')} à payer : {euros(dueCents)}
            </Link>
          </li>
        ) : null}
        {pending.map(({ id, childName, prestationName, date }) => (
          <li key={id}>
            <Link to="/familles/$familyId/reservations" params={params} search={{ du: date }}>
              Demande envoyée à la mairie, sans réponse pour l’instant : {childName}, {prestationName},{' '}
              {dayOfYear(date)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
