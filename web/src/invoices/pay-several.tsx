import { useState } from 'react';
import { Checkbox } from '../design/forms/checkbox';
import type { Schemas } from '../api/client';
import { month } from '../words/dates';
import { euros } from '../words/money';
import styles from './invoices.module.css';
import { Pay } from './pay';
import { chosenAtFirst } from './payable';
import type { Invoice } from './queries';

interface PaySeveralProps {
  readonly familyId: number;
  readonly payable: readonly Invoice[];
  readonly options: Schemas['PaymentOptionsDto'];
}

/** Pays what is due in one go, where the commune's contract takes several invoices; one chooses which. */
export function PaySeveral({ familyId, payable, options }: PaySeveralProps) {
  const [chosen, setChosen] = useState(() => chosenAtFirst(payable));
  if (!options.online) {
    return payable.length > 0 ? (
      <p>Votre commune n’a pas ouvert le paiement en ligne : la facture dit comment payer.</p>
    ) : null;
  }
  if (payable.length > 1 && !options.severalInvoices) {
    return <p>Chaque facture se paie à part : ouvrez celle que vous voulez payer.</p>;
  }
  const only = payable.length === 1 ? payable : payable.filter(({ invoiceId }) => chosen.has(invoiceId));
  const toPay = {
    invoiceIds: only.map(({ invoiceId }) => invoiceId),
    cents: only.reduce((sum, { openCents }) => sum + openCents, 0),
  };
  return (
    <div className={styles.pay}>
      {payable.length > 1 ? (
        <fieldset className={styles.choice}>
          <legend>Que voulez-vous payer ?</legend>
          {payable.map(({ invoiceId, from, number, openCents }) => (
            <Checkbox
              key={invoiceId}
              isSelected={chosen.has(invoiceId)}
              onChange={(wanted) => setChosen(changed(chosen, invoiceId, wanted))}
            >
              {`${month(from)}, facture ${number} : ${euros(openCents)}`}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      <Pay familyId={familyId} chosen={payable.length > 0 ? toPay : null} test={options.test} />
    </div>
  );
}

function changed(chosen: ReadonlySet<number>, invoiceId: number, wanted: boolean): Set<number> {
  const others = [...chosen].filter((one) => one !== invoiceId);
  return new Set(wanted ? [...others, invoiceId] : others);
}
