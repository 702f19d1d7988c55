import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { Download } from '../api/download';
import { ReadOn } from '../design/read-on';
import { Row, Rows } from '../design/rows';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { longDay } from '../words/dates';
import { euros } from '../words/money';
import { payments } from './queries';

type Payment = Schemas['PaymentDto'];

export function PaymentsPage() {
  const { familyId } = useFamily();
  const list = useSuspenseInfiniteQuery(payments(familyId));
  const all = list.data.pages.flatMap(({ items }) => items);
  useTitle('Paiements et quittances');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Paiements et quittances</h1>
      <Rows none="Aucun paiement pour l’instant.">
        {all.map((payment) => (
          <OnePayment key={payment.id} payment={payment} base={`/api/v1/families/${familyId}/payments/${payment.id}`} />
        ))}
      </Rows>
      <ReadOn list={list}>Voir les plus anciens</ReadOn>
    </div>
  );
}

function OnePayment({ payment, base }: { readonly payment: Payment; readonly base: string }) {
  const { cents, receivedOn, meansLabel, receiptNumber, settled, heldCents, annulled } = payment;
  return (
    <Row title={longDay(receivedOn)} amount={euros(cents)}>
      <p className="soft">
        {meansLabel}, quittance {receiptNumber}
      </p>
      <ul>
        {settled.map((part) => (
          <li key={`${part.invoiceId}:${part.prestation}`}>
            Facture {part.invoiceNumber}, {part.prestation} : {euros(part.cents)}
          </li>
        ))}
        {heldCents > 0 ? <li>Gardé en avoir : {euros(heldCents)}</li> : null}
      </ul>
      {annulled ? (
        <>
          <p>
            <strong>Annulé</strong> le {longDay(annulled.on)} : {annulled.reasonLabel}.
          </p>
          <Download path={`${base}/reversal`} label={`Annulation (PDF), ${annulled.number}`}>
            Annulation (PDF)
          </Download>
        </>
      ) : null}
      <Download path={`${base}/receipt`} label={`Quittance (PDF), ${receiptNumber}`}>
        Quittance (PDF)
      </Download>
    </Row>
  );
}
