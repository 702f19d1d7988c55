import { useRoom } from '../design/use-room';
import styles from './notices.module.css';
import type { ReglementLine } from './queries';

type Tariff = NonNullable<ReglementLine['tariff']>;

interface PricesProps {
  readonly line: ReglementLine;
  readonly tariff: Tariff;
}

/** For four columns, in rem; on a phone each row is told one price under the other. */
const TABLE_ROOM = 40;

export function Prices({ line, tariff }: PricesProps) {
  const wide = useRoom(TABLE_ROOM);
  const label = `Prix : ${line.name}, ${line.siteName}`;
  return (
    <div>
      {wide ? <AsTable tariff={tariff} label={label} /> : <AsList tariff={tariff} label={label} />}
      {tariff.notes.length > 0 ? <p>{tariff.notes.join(' ; ')}</p> : null}
      {tariff.withoutQuotient ? <p>Quotient inconnu de la mairie : tarif {tariff.withoutQuotient}.</p> : null}
    </div>
  );
}

interface RowsProps extends Pick<PricesProps, 'tariff'> {
  readonly label: string;
}

function AsTable({ tariff, label }: RowsProps) {
  return (
    <table className={styles.prices} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Tarif</th>
          <th scope="col">À l’unité</th>
          <th scope="col">Si non prévu</th>
          <th scope="col">Si absence injustifiée</th>
        </tr>
      </thead>
      <tbody>
        {tariff.rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">
              {row.label}
              <br />
              <span className="soft">{whose(row)}</span>
            </th>
            <td>{row.unit}</td>
            <td>{row.unplanned}</td>
            <td>{row.unjustifiedAbsence}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AsList({ tariff, label }: RowsProps) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {tariff.rows.map((row) => (
        <li key={row.label}>
          <strong>{row.label}</strong> <span className="soft">{whose(row)}</span>
          <dl className={styles.pairs}>
            <dt>À l’unité</dt>
            <dd>{row.unit}</dd>
            <dt>Si non prévu</dt>
            <dd>{row.unplanned}</dd>
            <dt>Si absence injustifiée</dt>
            <dd>{row.unjustifiedAbsence}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function whose({ quotients, audience }: Tariff['rows'][number]): string {
  return [quotients, audience].filter(Boolean).join(', ');
}
