import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Download } from '../api/download';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { invoice } from '../invoices/queries';
import { euros } from '../words/money';
import { isDecided, mayTryAgain, wordsOf } from './online-words';
import { type OnlinePayment, onlinePayment } from './queries';

/** Where PayFiP sends one back. It follows the payment until it is decided, whenever it is opened. */
export function OnlinePaymentPage() {
  const { familyId } = useFamily();
  const { onlinePaymentId } = useParams({ from: '/signed-in/familles/$familyId/paiements/en-ligne/$onlinePaymentId' });
  const { data } = useSuspenseQuery(onlinePayment(familyId, Number(onlinePaymentId)));
  const { title, text, tone } = wordsOf(data);
  const client = useQueryClient();
  const decided = isDecided(data.state);
  useEffect(() => {
    if (decided) void client.invalidateQueries({ queryKey: ['family', familyId, 'invoices'] });
  }, [client, familyId, decided]);
  useTitle(title, tone === 'bad');
  return (
    <div className="stack">
      <h1>Paiement en ligne de {euros(data.cents)}</h1>
      <Notice title={title} tone={tone}>
        <p>{text}</p>
      </Notice>
      {data.paymentId !== null && !data.annulled ? (
        <Download path={`/api/v1/families/${familyId}/payments/${data.paymentId}/receipt`}>
          Télécharger la quittance (PDF)
        </Download>
      ) : null}
      {data.invoices.length > 0 ? <PaidInvoices payment={data} familyId={familyId} /> : null}
      <p>
        <Link to="/familles/$familyId/factures" params={{ familyId: String(familyId) }}>
          {mayTryAgain(data.state) || data.annulled ? 'Recommencer depuis mes factures' : 'Revenir à mes factures'}
        </Link>
      </p>
    </div>
  );
}

function PaidInvoices({ payment, familyId }: { readonly payment: OnlinePayment; readonly familyId: number }) {
  return (
    <section aria-labelledby="regle">
      <h2 id="regle">Pour</h2>
      <ul>
        {payment.invoices.map(({ invoiceId, cents }) => (
          <PaidInvoice key={invoiceId} familyId={familyId} invoiceId={invoiceId} cents={cents} />
        ))}
      </ul>
    </section>
  );
}

interface PaidInvoiceProps {
  readonly familyId: number;
  readonly invoiceId: number;
  readonly cents: number;
}

function PaidInvoice({ familyId, invoiceId, cents }: PaidInvoiceProps) {
  const { data } = useSuspenseQuery(invoice(familyId, invoiceId));
  return (
    <li>
      <Link
        to="/familles/$familyId/factures/$invoiceId"
        params={{ familyId: String(familyId), invoiceId: String(invoiceId) }}
      >
        Facture {data.number}
      </Link>{' '}
      : {euros(cents)}
    </li>
  );
}
