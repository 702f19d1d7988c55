import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { hourOf, longDay } from '../words/dates';
import { Accept } from './accept';
import { Prices } from './prices';
import { type ReglementLine, reglement } from './queries';

/** The règlement as the mairie applies it: deadlines in sentences, prices in a table. */
export function ReglementPage() {
  const { collectiviteId } = useFamily();
  const { date } = useSearch({ from: '/signed-in/familles/$familyId/reglement' });
  const { data } = useSuspenseQuery(reglement(collectiviteId, date));
  useTitle('Règlement');
  return (
    <div className="stack">
      <h1>Règlement</h1>
      <p>Ce qui s’applique le {longDay(data.date)}.</p>
      {date ? null : <Accept version={data.version} />}
      {data.prestations.length === 0 ? <p>La mairie n’a encore ouvert aucune prestation.</p> : null}
      {data.prestations.map((line) => (
        <Prestation key={line.prestationId} line={line} />
      ))}
    </div>
  );
}

function Prestation({ line }: { readonly line: ReglementLine }) {
  const id = `prestation-${line.prestationId}`;
  const hours = line.startsAt && line.endsAt ? `, de ${hourOf(line.startsAt)} à ${hourOf(line.endsAt)}` : '';
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>
        {line.name} <span className="soft">{line.siteName}</span>
      </h2>
      <dl className="facts">
        <dt>Jours</dt>
        <dd>
          {line.days}
          {hours}
        </dd>
        <dt>Paiement</dt>
        <dd>{line.paymentText}</dd>
        <dt>Places</dt>
        <dd>{line.places}</dd>
        <dt>Réserver</dt>
        <dd>{line.deadlines?.booking ?? 'Pas encore de délai : rien ne peut être réservé.'}</dd>
        <dt>Annuler</dt>
        <dd>{line.deadlines?.cancellation ?? 'Pas encore de délai.'}</dd>
      </dl>
      {line.tariff ? (
        <Prices line={line} tariff={line.tariff} />
      ) : (
        <p>Pas encore de prix : rien ne peut être réservé.</p>
      )}
      {line.deadlines ? (
        <details>
          <summary>Tout ce que dit le règlement</summary>
          <ul>
            {line.deadlines.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {line.exceptions.map(({ from, to, reason, sentences }) => (
        <div key={`${from}:${reason}`}>
          <h3>
            {reason}, du {longDay(from)} au {longDay(to)}
          </h3>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
