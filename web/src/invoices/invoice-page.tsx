import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '../api/client';
import { Download } from '../api/download';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { debits } from '../payments/queries';
import { shortDay } from '../words/dates';
import { euros } from '../words/money';
import { InvoiceCredits } from './invoice-credits';
import { InvoiceState } from './invoice-state';
import styles from './invoices.module.css';
import { Pay } from './pay';
import { payableOf } from './payable';
import { invoice, type InvoiceDetails, paymentOptions } from './queries';
import { standing } from './settlement';
import { WhyThisPrice } from './why-this-price';

export function InvoicePage() {
  const { familyId } = useFamily();
  const { invoiceId } = useParams({ from: '/signed-in/familles/$familyId/factures/$invoiceId' });
  const { data } = useSuspenseQuery(invoice(familyId, Number(invoiceId)));
  useTitle(`Facture ${data.number}`);
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Facture {data.number}</h1>
      <dl className={styles.sums}>
        <dt>État</dt>
        <dd>{standing(data)}</dd>
        <dt>Total</dt>
        <dd>{euros(data.totalCents)}</dd>
        <dt>Reste à payer{data.settlement === 'AT_TREASURY' ? ' à la mairie' : ''}</dt>
        <dd>
          <strong>{euros(data.openCents)}</strong>
        </dd>
      </dl>
      <InvoiceState invoice={data} familyId={familyId} />
      <Acts invoice={data} familyId={familyId} />
      {data.children.map((child) => (
        <Child key={child.childId} child={child} invoice={data} />
      ))}
      {data.creditNotes.length > 0 ? <InvoiceCredits familyId={familyId} notes={data.creditNotes} /> : null}
    </div>
  );
}

function Acts({ invoice, familyId }: { readonly invoice: InvoiceDetails; readonly familyId: number }) {
  const { data: options } = useSuspenseQuery(paymentOptions(familyId));
  const { data: taken } = useSuspenseQuery(debits(familyId));
  const { invoiceId, openCents } = invoice;
  return (
    <div className="stack">
      {options.online ? (
        <Pay
          familyId={familyId}
          chosen={payableOf([invoice], taken).length > 0 ? { invoiceIds: [invoiceId], cents: openCents } : null}
          test={options.test}
        />
      ) : null}
      <Download path={`/api/v1/families/${familyId}/invoices/${invoiceId}/pdf`}>Télécharger la facture (PDF)</Download>
    </div>
  );
}

interface ChildProps {
  readonly child: Schemas['InvoiceChildDto'];
  readonly invoice: InvoiceDetails;
}

function Child({ child, invoice: { familyId, number } }: ChildProps) {
  return (
    <section aria-labelledby={`enfant-${child.childId}`}>
      <h2 id={`enfant-${child.childId}`}>
        {child.name} : {euros(child.cents)}
      </h2>
      <ul className={styles.groups}>
        {child.groups.map((group) => (
          <li key={`${group.prestation}:${group.event}:${group.unitCents}:${group.dates[0]}`}>
            <div className={styles.group}>
              <span>
                <strong>{group.prestation}</strong> : {group.dates.length} × {euros(group.unitCents)}
                <br />
                <span className="soft">
                  {group.why} · {group.dates.map(shortDay).join(', ')}
                </span>
              </span>
              <strong>{euros(group.cents)}</strong>
            </div>
            <WhyThisPrice child={child} group={group} familyId={familyId} number={number} />
          </li>
        ))}
      </ul>
    </section>
  );
}
