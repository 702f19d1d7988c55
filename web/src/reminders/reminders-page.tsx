import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client';
import { ReadOn } from '../design/read-on';
import { Row, Rows } from '../design/rows';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { longDay } from '../words/dates';
import { euros } from '../words/money';
import { allReminders } from './queries';

const STEPS: Record<Schemas['ReminderDto']['step'], string> = {
  FIRST_MAIL: 'Premier message',
  SECOND_MAIL: 'Second message',
  LETTER: 'Lettre',
  TRANSFER: 'Transmission à la Trésorerie',
};

export function RemindersPage() {
  const { familyId } = useFamily();
  const list = useSuspenseInfiniteQuery(allReminders(familyId));
  const all = list.data.pages.flatMap(({ items }) => items);
  useTitle('Relances');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Relances</h1>
      <p>Une difficulté pour payer ? Parlez-en à la mairie : un paiement en plusieurs fois peut être convenu.</p>
      <Rows none="Vous n’avez reçu aucune relance.">
        {all.map(({ reminderId, on, step, totalCents, invoices }) => (
          <Row key={reminderId} title={`${STEPS[step]}, ${longDay(on)}`} amount={euros(totalCents)}>
            <ul>
              {invoices.map(({ invoiceId, number, openCents }) => (
                <li key={invoiceId}>
                  <Link
                    to="/familles/$familyId/factures/$invoiceId"
                    params={{ familyId: String(familyId), invoiceId: String(invoiceId) }}
                  >
                    Facture {number}
                  </Link>{' '}
                  : il restait {euros(openCents)}
                </li>
              ))}
            </ul>
          </Row>
        ))}
      </Rows>
      <ReadOn list={list}>Voir les plus anciennes</ReadOn>
    </div>
  );
}
