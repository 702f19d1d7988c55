import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../api/client';
import { said } from '../api/problem';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { dayOfYear, deadline } from '../words/dates';
import { euros } from '../words/money';
import styles from './basket.module.css';
import { useAct } from './day/use-act';
import { basket } from './queries';

type Line = Schemas['BasketLineDto'];

export function BasketPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data } = useSuspenseQuery(basket(familyId));
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const validate = useValidate(familyId);
  useTitle('Panier');
  if (data.lines.length === 0) return <Empty familyId={familyId} />;
  return (
    <div className="stack">
      <h1>Panier</h1>
      <p>Vérifiez, puis validez : c’est la validation qui réserve, au plus tard à l’heure dite à chaque ligne.</p>
      {validate.error ? (
        <Notice tone="bad" title="Le panier n’a pas pu être validé">
          <p>{said(validate.error)}</p>
        </Notice>
      ) : null}
      <Totals title="Par enfant" totals={data.byChild} />
      <Totals title="Par prestation" totals={data.byPrestation} />
      <ul className={styles.lines}>
        {data.lines.map((line) => (
          <BasketLine key={line.id} line={line} familyId={familyId} timeZone={mairie.timeZone} />
        ))}
      </ul>
      <div className={styles.whole}>
        <p>
          <strong>{euros(data.cents)}</strong> pour {count(data.ready)}
          {data.refused > 0 ? `, ${count(data.refused)} ne peuvent plus être réservés` : ''}
        </p>
        <Button pending={validate.isPending} disabled={data.ready === 0} onPress={() => validate.mutate()}>
          Valider {count(data.ready)}
        </Button>
      </div>
    </div>
  );
}

/** Under one key until an answer came: a validation whose answer was lost on the way is not done twice. */
function useValidate(familyId: number) {
  const navigate = useNavigate();
  return useAct(familyId, async (key) => {
    const { id } = await answered(
      api.POST('/api/v1/families/{familyId}/basket/validations', {
        params: { path: { familyId }, header: { 'Idempotency-Key': key } },
        body: {},
      }),
    );
    await navigate({
      to: '/familles/$familyId/panier/paiements/$validationId',
      params: { familyId: String(familyId), validationId: String(id) },
    });
  });
}

function Empty({ familyId }: { readonly familyId: number }) {
  return (
    <div className="stack">
      <h1>Panier</h1>
      <p>Le panier est vide. Ce que vous choisissez y reste, même si vous fermez cette page ou changez d’appareil.</p>
      <p>
        <Link to="/familles/$familyId/reservations" params={{ familyId: String(familyId) }}>
          Choisir des jours
        </Link>
      </p>
    </div>
  );
}

function Totals({ title, totals }: { readonly title: string; readonly totals: readonly Schemas['BasketTotalDto'][] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.totals}>
        {totals.map(({ id, name, ready, cents }) => (
          <li key={id}>
            <span>
              {name} : {count(ready)}
            </span>
            <strong>{euros(cents)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BasketLineProps {
  readonly line: Line;
  readonly familyId: number;
  readonly timeZone: string;
}

function BasketLine({ line, familyId, timeZone }: BasketLineProps) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/families/{familyId}/basket/lines/{lineId}', {
          params: { path: { familyId, lineId: line.id } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
  const what = `${line.childName}, ${line.prestationName}, ${dayOfYear(line.date)}`;
  return (
    <li className={styles.line}>
      <div>
        <strong>{dayOfYear(line.date)}</strong> – {line.childName}, {line.prestationName}
        <p className="soft">
          {line.validationId !== null ? (
            <Link
              to="/familles/$familyId/panier/paiements/$validationId"
              params={{ familyId: String(familyId), validationId: String(line.validationId) }}
            >
              Place gardée, à payer
            </Link>
          ) : null}
          {line.refusal
            ? line.refusal.detail
            : [line.price, line.late, `à valider avant le ${deadline(line.addClosesAt, timeZone)}`]
                .filter(Boolean)
                .join(' · ')}
        </p>
        {remove.error ? <p role="alert">{said(remove.error)}</p> : null}
      </div>
      <Button kind="quiet" label={`Retirer ${what}`} pending={remove.isPending} onPress={() => remove.mutate()}>
        Retirer
      </Button>
    </li>
  );
}

function count(days: number): string {
  return `${days} ${days > 1 ? 'jours' : 'jour'}`;
}
