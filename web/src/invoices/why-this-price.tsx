import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client';
import { useUnfolded } from '../design/use-unfolded';
import { dayOfYear } from '../words/dates';
import { euros } from '../words/money';
import styles from './invoices.module.css';
import { reasoningsOf } from './reasonings';

interface WhyThisPriceProps {
  readonly child: Schemas['InvoiceChildDto'];
  readonly group: Schemas['InvoiceGroupDto'];
  readonly familyId: number;
  /** Of the invoice, for who contests a day of it. */
  readonly number: string;
}

/** How the price of some days is made: once where it is the same for all; day by day for who wants each, or contests one. */
export function WhyThisPrice({ child, group, familyId, number }: WhyThisPriceProps) {
  const reasonings = reasoningsOf(group, child.lines);
  const days = `${familyId}:${number}:${child.childId}:${group.prestation}:${group.event}:${group.dates[0]}`;
  const why = useUnfolded(`prix:${days}`);
  const each = useUnfolded(`jours:${days}`);
  return (
    <details {...why}>
      <summary>
        Pourquoi ce prix ?
        <span className="for-ears">
          {' '}
          {child.name}, {group.prestation}
        </span>
      </summary>
      {reasonings.map(({ explanation, lines }) => (
        <div key={lines[0]!.date}>
          {reasonings.length > 1 ? <p>{lines.map(({ date }) => dayOfYear(date)).join(', ')} :</p> : null}
          <ul>
            {explanation.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </div>
      ))}
      <details {...each}>
        <summary>Jour par jour, ou contester</summary>
        <ul className={styles.groups}>
          {reasonings
            .flatMap(({ lines }) => lines)
            .sort((a, b) => a.date.localeCompare(b.date))
            .map(({ date, label, reason, cents }) => (
              <li key={date}>
                {label} : {euros(cents)}. {reason}{' '}
                <Link
                  to="/familles/$familyId/demandes/nouvelle"
                  params={{ familyId: String(familyId) }}
                  search={{
                    categorie: 'BILLING',
                    objet: `Facture ${number} : ${child.name}, ${label}`,
                    ...{ enfant: child.childId, le: date },
                  }}
                >
                  Contester<span className="for-ears"> {label}</span>
                </Link>
              </li>
            ))}
        </ul>
      </details>
    </details>
  );
}
