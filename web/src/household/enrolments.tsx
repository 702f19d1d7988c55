import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { said } from '../api/problem';
import { Choices } from '../design/forms/choices';
import { Notice } from '../design/notice';
import { euros } from '../words/money';
import { spanInWords } from './household-words';
import styles from './household.module.css';
import { type Enrolment, enrolments } from './queries';

/** To what the children are enrolled: it lets them be booked, it books nothing. */
export function Enrolments({ familyId }: { readonly familyId: number }) {
  const { data } = useSuspenseQuery(enrolments(familyId));
  return (
    <section aria-labelledby="inscriptions">
      <h2 id="inscriptions">Inscriptions</h2>
      <p className="soft">Une inscription permet de réserver ; ce sont les réservations qui font venir l’enfant.</p>
      {data.length === 0 ? <p>Aucune inscription pour l’instant : elles se font à la mairie.</p> : null}
      <ul className={`list ${styles.after}`}>
        {data.map((enrolment) => (
          <li key={enrolment.id} className="row">
            <span>
              <strong>{enrolment.childName}</strong> – {enrolment.prestationName}
              <br />
              <span className="soft">{spanInWords(enrolment)}</span>
            </span>
            {enrolment.offeredSupplements.length > 0 ? <Supplements {...{ enrolment, familyId }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Supplements({ enrolment, familyId }: { readonly enrolment: Enrolment; readonly familyId: number }) {
  const client = useQueryClient();
  const { queryKey } = enrolments(familyId);
  const choose = useMutation({
    // One after the other: each replaces what the one before it left.
    scope: { id: `supplements-${enrolment.id}` },
    mutationFn: (supplements: readonly string[]) => {
      const known = client.getQueryData(queryKey)?.find(({ id }) => id === enrolment.id) ?? enrolment;
      return answered(
        api.PUT('/api/v1/families/{familyId}/enrolments/{enrolmentId}/supplements', {
          params: { path: { familyId, enrolmentId: enrolment.id } },
          body: { supplements: [...supplements], replaces: known.supplements },
        }),
      );
    },
    onSuccess: (changed) =>
      client.setQueryData(queryKey, (all) => all?.map((one) => (one.id === changed.id ? changed : one))),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const chosen = choose.isPending ? choose.variables : enrolment.supplements;
  return (
    <div>
      {choose.error ? <Notice tone="bad" title={said(choose.error)} /> : null}
      <Choices
        label={`À chaque venue de ${enrolment.childName}`}
        name={`supplements-${enrolment.id}`}
        choices={enrolment.offeredSupplements.map(({ label, cents }) => [label, `${label} (${euros(cents)})`] as const)}
        chosen={chosen}
        onChange={(supplements) => choose.mutate(supplements)}
      />
    </div>
  );
}
