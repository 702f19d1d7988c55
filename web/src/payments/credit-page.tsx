import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Download } from '../api/download';
import { ReadOn } from '../design/read-on';
import { Row, Rows } from '../design/rows';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { creditNotes } from '../invoices/queries';
import { longDay } from '../words/dates';
import { euros } from '../words/money';
import { credit, creditMovements } from './queries';
import { Refund } from './refund';

/** What the commune holds for the family: where it comes from, what it pays, and how to have it back. */
export function CreditPage() {
  const { familyId } = useFamily();
  const { data } = useSuspenseQuery(credit(familyId));
  const moved = useSuspenseInfiniteQuery(creditMovements(familyId));
  const movements = moved.data.pages.flatMap(({ items }) => items);
  const noted = useSuspenseInfiniteQuery(creditNotes(familyId));
  const notes = noted.data.pages.flatMap(({ items }) => items);
  const kept = data.heldCents - data.freeCents;
  useTitle('Mon avoir');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Mon avoir : {euros(data.heldCents)}</h1>
      <p>
        L’avoir est ce que la mairie garde pour vous (un jour remboursé, un paiement en trop). Il paie vos prochaines
        factures, sans que vous ayez rien à faire.
        {kept > 0 ? ` ${euros(kept)} sont gardés pour un panier en cours de paiement.` : ''}
      </p>
      <Refund familyId={familyId} freeCents={data.freeCents} request={data.refundRequest} />
      <section className="stack" aria-labelledby="mouvements">
        <h2 id="mouvements">Mouvements</h2>
        <Rows none="Aucun mouvement pour l’instant.">
          {movements.map(({ kind, id, date, kindLabel, label, cents }) => (
            <Row
              key={`${kind}:${id}`}
              title={capitalised(kindLabel)}
              amount={`${cents > 0 ? '+' : '−'} ${euros(Math.abs(cents))}`}
            >
              <p className="soft">
                {longDay(date)}, {label}
              </p>
            </Row>
          ))}
        </Rows>
        <ReadOn list={moved}>Voir les mouvements plus anciens</ReadOn>
      </section>
      <section className="stack" aria-labelledby="avoirs">
        <h2 id="avoirs">Avoirs sur factures</h2>
        <Rows none="Aucun avoir sur facture.">
          {notes.map(({ creditNoteId, number, issuedOn, invoiceNumber, reasonInFrench, totalCents }) => (
            <Row key={creditNoteId} title={`Avoir ${number}`} amount={euros(totalCents)}>
              <p className="soft">
                {longDay(issuedOn)}, sur la facture {invoiceNumber} : {reasonInFrench}
              </p>
              <Download
                path={`/api/v1/families/${familyId}/credit-notes/${creditNoteId}/pdf`}
                label={`Avoir (PDF), ${number}`}
              >
                Avoir (PDF)
              </Download>
            </Row>
          ))}
        </Rows>
        <ReadOn list={noted}>Voir les avoirs plus anciens</ReadOn>
      </section>
    </div>
  );
}

function capitalised(label: string): string {
  return `${label.slice(0, 1).toLocaleUpperCase('fr')}${label.slice(1)}`;
}
