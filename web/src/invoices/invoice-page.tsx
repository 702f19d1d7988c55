import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../api/client';
import { said } from '../api/problem';
import { saveFile } from '../api/save-file';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { longDay, shortDay } from '../words/dates';
import { euros } from '../words/money';
import styles from './invoices.module.css';
import { invoice, type InvoiceDetails, paymentOptions } from './queries';
import { SETTLEMENTS } from './settlement';

export function InvoicePage() {
  const { familyId } = useFamily();
  const { invoiceId } = useParams({ from: '/signed-in/familles/$familyId/factures/$invoiceId' });
  const { data } = useSuspenseQuery(invoice(familyId, Number(invoiceId)));
  useTitle(`Facture ${data.number}`);
  return (
    <div className="stack">
      <h1>Facture {data.number}</h1>
      <dl className={styles.sums}>
        <dt>État</dt>
        <dd>{SETTLEMENTS[data.settlement]}</dd>
        <dt>Total</dt>
        <dd>{euros(data.totalCents)}</dd>
        <dt>Reste à payer</dt>
        <dd>
          <strong>{euros(data.openCents)}</strong>
          {data.openCents > 0 ? `, au plus tard le ${longDay(data.dueOn)}` : ''}
        </dd>
      </dl>
      <Acts invoice={data} familyId={familyId} />
      {data.children.map((child) => (
        <Child key={child.childId} child={child} />
      ))}
    </div>
  );
}

function Acts({
  invoice: { invoiceId, openCents },
  familyId,
}: {
  readonly invoice: InvoiceDetails;
  readonly familyId: number;
}) {
  const { data: options } = useSuspenseQuery(paymentOptions(familyId));
  const pay = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/families/{familyId}/online-payments', {
          params: { path: { familyId } },
          body: { invoiceIds: [invoiceId] },
        }),
      ),
    onSuccess: ({ redirectUrl }) => window.location.assign(redirectUrl),
  });
  const print = useMutation({
    mutationFn: () => saveFile(`/api/v1/families/${familyId}/invoices/${invoiceId}/pdf`),
  });
  const failure = pay.error ?? print.error;
  return (
    <div className="stack">
      {failure ? (
        <Notice tone="bad" title="Cela n’a pas pu se faire">
          <p>{said(failure)}</p>
        </Notice>
      ) : null}
      <p className="acts">
        {options.online && openCents > 0 ? (
          <Button pending={pay.isPending || pay.isSuccess} onPress={() => pay.mutate()}>
            Payer en ligne {euros(openCents)}
          </Button>
        ) : null}
        <Button kind="quiet" pending={print.isPending} onPress={() => print.mutate()}>
          Télécharger la facture (PDF)
        </Button>
      </p>
    </div>
  );
}

function Child({ child }: { readonly child: Schemas['InvoiceChildDto'] }) {
  return (
    <section aria-labelledby={`enfant-${child.childId}`}>
      <h2 id={`enfant-${child.childId}`}>
        {child.name} : {euros(child.cents)}
      </h2>
      <ul className={styles.groups}>
        {child.groups.map(({ prestation, dates, unitCents, cents, why, event }) => (
          <li key={`${prestation}:${event}:${unitCents}:${dates[0]}`} className={styles.group}>
            <span>
              <strong>{prestation}</strong> : {dates.length} × {euros(unitCents)}
              <br />
              <span className="soft">
                {why} · {dates.map(shortDay).join(', ')}
              </span>
            </span>
            <strong>{euros(cents)}</strong>
          </li>
        ))}
      </ul>
      <details>
        <summary>Pourquoi ce prix ?</summary>
        <ul>
          {child.lines.map(({ date, label, reason, cents, explanation }) => (
            <li key={`${date}:${label}`}>
              {label} : {euros(cents)}. {reason}
              <ul>
                {explanation.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
