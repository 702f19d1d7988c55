import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ReadOn } from '../design/read-on';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { debits } from '../payments/queries';
import { dayOfYear, month } from '../words/dates';
import { euros } from '../words/money';
import styles from './invoices.module.css';
import { MoneyPlaces } from './money-places';
import { payableOf } from './payable';
import { PaySeveral } from './pay-several';
import { type Invoice, paymentOptions, settledInvoices, waitingInvoices } from './queries';
import { standing } from './settlement';

export function InvoicesPage() {
  const { familyId } = useFamily();
  const { data: waiting } = useSuspenseQuery(waitingInvoices(familyId));
  const list = useSuspenseInfiniteQuery(settledInvoices(familyId));
  const settled = list.data.pages.flatMap(({ items }) => items);
  const { data: options } = useSuspenseQuery(paymentOptions(familyId));
  const { data: taken } = useSuspenseQuery(debits(familyId));
  const payable = payableOf(waiting, taken);
  useTitle('Mes factures');
  return (
    <div className="stack">
      <h1>Mes factures</h1>
      <section aria-labelledby="en-attente">
        <h2 id="en-attente">En attente de paiement</h2>
        {waiting.length === 0 ? <p>Aucune facture à payer.</p> : <InvoiceList invoices={waiting} familyId={familyId} />}
        <PaySeveral familyId={familyId} payable={payable} options={options} />
      </section>
      <section aria-labelledby="reglees">
        <h2 id="reglees">Réglées</h2>
        {settled.length === 0 ? <p>Aucune pour l’instant.</p> : <InvoiceList invoices={settled} familyId={familyId} />}
        <ReadOn list={list}>Voir les plus anciennes</ReadOn>
      </section>
      <MoneyPlaces familyId={familyId} />
    </div>
  );
}

interface InvoiceListProps {
  readonly invoices: readonly Invoice[];
  readonly familyId: number;
}

function InvoiceList({ invoices, familyId }: InvoiceListProps) {
  return (
    <ul className={styles.list}>
      {invoices.map((one) => {
        const { invoiceId, number, from, to, totalCents, openCents, settlement } = one;
        return (
          <li key={invoiceId}>
            <Link
              className="row"
              to="/familles/$familyId/factures/$invoiceId"
              params={{ familyId: String(familyId), invoiceId: String(invoiceId) }}
            >
              <span>
                <strong>
                  {from.slice(0, 7) === to.slice(0, 7) ? month(from) : `du ${dayOfYear(from)} au ${dayOfYear(to)}`}
                </strong>
                <br />
                <span className="soft">Facture {number}</span>
              </span>
              <span className={styles.amount}>
                <strong>{euros(openCents > 0 ? openCents : totalCents)}</strong>
                <br />
                <span className={settlement === 'LATE' ? styles.late : 'soft'}>{standing(one)}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
