import { useSuspenseQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { Row, Rows } from '../design/rows';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { longDay } from '../words/dates';
import { euros } from '../words/money';
import { plans } from './queries';

type Plan = Schemas['PlanDto'];

const PLANS: Record<Plan['state'], string> = {
  HELD: 'À jour',
  LATE: 'Une échéance est passée',
  PAID: 'Tout est payé',
  ENDED: 'Il y a été mis fin',
};

const INSTALMENTS: Record<Schemas['InstalmentDto']['state'], string> = {
  PAID: 'payée',
  PARTLY_PAID: 'payée en partie',
  TO_COME: 'à venir',
  LATE: 'en retard',
};

export function PlansPage() {
  const { familyId } = useFamily();
  const { data } = useSuspenseQuery(plans(familyId));
  useTitle('Paiement en plusieurs fois');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Paiement en plusieurs fois</h1>
      {data.length === 0 ? (
        <p>Rien n’est convenu. Si une facture est lourde, demandez à la mairie de la payer en plusieurs fois.</p>
      ) : null}
      {data.map((plan) => (
        <OnePlan key={plan.planId} plan={plan} />
      ))}
    </div>
  );
}

function OnePlan({ plan }: { readonly plan: Plan }) {
  const { planId, agreedOn, state, totalCents, paidCents, lateCents, endedOn, endReason, invoices, instalments } = plan;
  return (
    <section className="stack" aria-labelledby={`plan-${planId}`}>
      <h2 id={`plan-${planId}`}>Convenu le {longDay(agreedOn)}</h2>
      <p>
        <strong>{PLANS[state]}</strong>
        {endedOn ? `, le ${longDay(endedOn)}` : ''}
        {endReason ? ` : ${endReason}` : ''}. Payé : {euros(paidCents)} sur {euros(totalCents)}
        {lateCents > 0 ? `, dont ${euros(lateCents)} en retard` : ''}.
      </p>
      <p>
        Pour {invoices.map(({ number, agreedCents }) => `la facture ${number} (${euros(agreedCents)})`).join(', ')}.
      </p>
      <Rows none="Aucune échéance.">
        {instalments.map(({ dueOn, cents, paidCents: paid, state: how }) => (
          <Row key={dueOn} title={longDay(dueOn)} amount={euros(cents)}>
            <p className={how === 'LATE' ? undefined : 'soft'}>
              {INSTALMENTS[how]}
              {paid > 0 && paid < cents ? `, déjà payé ${euros(paid)}` : ''}
            </p>
          </Row>
        ))}
      </Rows>
    </section>
  );
}
