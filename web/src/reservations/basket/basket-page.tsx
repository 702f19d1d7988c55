import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answered, api, type Schemas } from '../../api/client';
import { said, Unreachable } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { useTitle } from '../../design/use-title';
import { contacts, useFamily } from '../../family/my-families';
import { counted, countedDays } from '../../words/counted';
import { euros } from '../../words/money';
import { BasketLine, type Line } from './basket-line';
import styles from './basket.module.css';
import { DaysByGroup } from './days-by-group';
import { useAct } from '../day/use-act';
import { basket } from '../queries';

export function BasketPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data } = useSuspenseQuery(basket(familyId));
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const validate = useValidate(familyId);
  useTitle('Panier');
  const outcome = <Outcome validate={validate} nothingLeft={data.ready === 0} />;
  if (data.lines.length === 0) return <Empty familyId={familyId}>{outcome}</Empty>;
  const refused = data.lines.filter(({ refusal }) => refusal !== null);
  const wanted = data.lines.filter(({ refusal }) => refusal === null);
  const show = (line: Line) => <BasketLine line={line} familyId={familyId} timeZone={mairie.timeZone} />;
  return (
    <div className="stack">
      <h1>Panier</h1>
      <p>Vérifiez, puis validez : c’est la validation qui réserve, au plus tard à l’heure dite à chaque ligne.</p>
      {outcome}
      <Totals title="Par enfant" totals={data.byChild} />
      <Totals title="Par prestation" totals={data.byPrestation} />
      {refused.length > 0 ? (
        <section className="list" aria-labelledby="refuses">
          <h2 id="refuses">Ce qui ne peut plus être réservé</h2>
          <DaysByGroup days={refused}>{show}</DaysByGroup>
        </section>
      ) : null}
      {wanted.length > 0 ? (
        <section className="list" aria-labelledby="jours">
          <h2 id="jours">Jours choisis</h2>
          <DaysByGroup days={wanted}>{show}</DaysByGroup>
        </section>
      ) : null}
      <div className={styles.whole}>
        <p>
          <strong>{euros(data.cents)}</strong> pour {countedDays(data.ready)}
          {data.refused > 0
            ? `, ${counted(data.refused, 'jour ne peut plus être réservé', 'jours ne peuvent plus être réservés')}`
            : ''}
        </p>
        <Button pending={validate.isPending} disabled={data.ready === 0} onPress={() => validate.mutate()}>
          Valider {countedDays(data.ready)}
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

interface OutcomeProps {
  readonly validate: ReturnType<typeof useValidate>;
  /** Nothing of the basket waits to be validated any more: the button below does not serve. */
  readonly nothingLeft: boolean;
}

/** What came of a validation that did not lead to its page: refused, or of which the answer was lost on the way. */
function Outcome({ validate, nothingLeft }: OutcomeProps) {
  const { error, isPending } = validate;
  const asksAgain = nothingLeft && isPending;
  if (asksAgain || error instanceof Unreachable)
    return (
      <Notice tone="bad" title="La réponse n’est pas arrivée">
        <p>
          Le panier est peut-être déjà validé. Réessayez quand le réseau revient : vous verrez ce qui est réservé, et
          rien ne le sera deux fois.
        </p>
        {nothingLeft ? (
          <Button pending={isPending} onPress={() => validate.mutate()}>
            Réessayer
          </Button>
        ) : null}
      </Notice>
    );
  return error ? (
    <Notice tone="bad" title="Le panier n’a pas pu être validé">
      <p>{said(error)}</p>
    </Notice>
  ) : null;
}

function Empty({ familyId, children }: { readonly familyId: number; readonly children: ReactNode }) {
  return (
    <div className="stack">
      <h1>Panier</h1>
      {children}
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
              {name} : {countedDays(ready)}
            </span>
            <strong>{euros(cents)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
