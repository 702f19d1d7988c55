import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Notice } from '../design/notice';
import { plans } from '../instalments/queries';
import { debits } from '../payments/queries';
import { reminders } from '../reminders/queries';
import { longDay } from '../words/dates';
import { euros } from '../words/money';
import type { InvoiceDetails } from './queries';

interface InvoiceStateProps {
  readonly familyId: number;
  readonly invoice: InvoiceDetails;
}

/** What happens to an invoice that is not paid: who collects it, when, and what was said of it already. */
export function InvoiceState({ familyId, invoice }: InvoiceStateProps) {
  const { invoiceId, settlement, planId } = invoice;
  const { data: taken } = useSuspenseQuery(debits(familyId));
  const { data: reminded } = useSuspenseQuery(reminders(familyId));
  const params = { familyId: String(familyId) };
  const debit = taken.find((one) => one.invoiceId === invoiceId && one.state === 'SENT');
  const said = reminded.filter(({ invoices }) => invoices.some((one) => one.invoiceId === invoiceId));
  return (
    <>
      {settlement === 'AT_TREASURY' ? (
        <Notice tone="warn" title="La Trésorerie recouvre cette facture : elle ne se paie plus à la mairie, ni ici.">
          <p>
            <Link to="/familles/$familyId/tresorerie" params={params}>
              Comment la payer à la Trésorerie
            </Link>
          </p>
        </Notice>
      ) : null}
      {debit ? (
        <Notice title={`Elle sera prélevée le ${longDay(debit.collectedOn)} : vous n’avez rien à faire.`}>
          <p>{euros(debit.cents)} sur le compte de votre mandat.</p>
        </Notice>
      ) : null}
      {planId === null ? null : <UnderPlan familyId={familyId} planId={planId} />}
      {said.length > 0 && invoice.openCents > 0 ? (
        <p>
          <Link to="/familles/$familyId/relances" params={params}>
            {said.length > 1 ? `${said.length} relances` : 'Une relance'}, la dernière le {longDay(said[0]!.on)}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function UnderPlan({ familyId, planId }: { readonly familyId: number; readonly planId: number }) {
  const { data } = useSuspenseQuery(plans(familyId));
  const next = data.find((plan) => plan.planId === planId)?.instalments.find(({ state }) => state !== 'PAID');
  return (
    <Notice title="Vous payez cette facture en plusieurs fois.">
      {next ? (
        <p>
          Prochaine échéance : {euros(next.cents - next.paidCents)}, au plus tard le {longDay(next.dueOn)}.
        </p>
      ) : null}
      <p>
        <Link to="/familles/$familyId/echeanciers" params={{ familyId: String(familyId) }}>
          Voir toutes les dates
        </Link>
      </p>
    </Notice>
  );
}
