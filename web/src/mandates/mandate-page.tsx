import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice } from '../design/notice';
import { ReadOn } from '../design/read-on';
import { Row, Rows } from '../design/rows';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { debitsByPages } from '../payments/queries';
import { longDay } from '../words/dates';
import { euros } from '../words/money';
import { MyMandate } from './my-mandate';
import { directDebit } from './queries';
import { SignMandate } from './sign-mandate';

const STATES = {
  SENT: 'à venir',
  COLLECTED: 'payé',
  REJECTED: 'revenu impayé',
  CANCELLED: 'annulé',
} as const;

/** The mandate of the family, what one signs, and what is taken by it. */
export function MandatePage() {
  const { familyId } = useFamily();
  const { data } = useSuspenseQuery(directDebit(familyId));
  const list = useSuspenseInfiniteQuery(debitsByPages(familyId));
  const taken = list.data.pages.flatMap(({ items }) => items);
  const [revoked, setRevoked] = useState(false);
  useTitle('Prélèvement automatique');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Prélèvement automatique</h1>
      {revoked && !data.mandate ? (
        <Notice tone="good" title="Votre mandat est révoqué">
          <p>Plus rien ne sera prélevé, hors ce qui est déjà parti à la banque.</p>
        </Notice>
      ) : null}
      {data.mandate ? (
        <MyMandate familyId={familyId} mandate={data.mandate} onRevoked={() => setRevoked(true)} />
      ) : null}
      {data.text ? (
        <SignMandate familyId={familyId} text={data.text} mandate={data.mandate} />
      ) : (
        <p>Votre commune ne propose pas le prélèvement automatique.</p>
      )}
      <section className="stack" aria-labelledby="prelevements">
        <h2 id="prelevements">Prélèvements</h2>
        <Rows none="Aucun prélèvement pour l’instant.">
          {taken.map(({ id, invoiceId, invoiceNumber, collectedOn, state, cents, rejectedFor }) => (
            <Row key={id} title={longDay(collectedOn)} amount={euros(cents)}>
              <p>
                <Link
                  to="/familles/$familyId/factures/$invoiceId"
                  params={{ familyId: String(familyId), invoiceId: String(invoiceId) }}
                >
                  Facture {invoiceNumber}
                </Link>{' '}
                : {STATES[state]}
                {rejectedFor ? ` (${rejectedFor})` : ''}
              </p>
            </Row>
          ))}
        </Rows>
        <ReadOn list={list}>Voir les plus anciens</ReadOn>
      </section>
    </div>
  );
}
