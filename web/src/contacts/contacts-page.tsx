import { useSuspenseQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { contacts, useFamily } from '../family/my-families';
import { useTitle } from '../design/use-title';
import { hourOf, type Weekday, WEEKDAY_NAMES, WEEKDAYS } from '../words/dates';
import { PhoneLink } from '../design/phone-link';
import styles from './contacts.module.css';

export function ContactsPage() {
  const { collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  useTitle('Contacts');
  const address = [mairie.addressLine1, mairie.addressLine2, `${mairie.postalCode} ${mairie.city}`].filter(Boolean);
  return (
    <div className="stack">
      <h1>Contacts</h1>
      <section className={styles.columns} aria-label={mairie.name}>
        <div className="card">
          <h2>{mairie.name}</h2>
          <address className={styles.address}>
            {address.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
          <p>
            <a href={mapOf(address.join(', '))} rel="noreferrer" target="_blank">
              Voir sur un plan <span className="for-ears">(s’ouvre dans un nouvel onglet, chez OpenStreetMap)</span>
            </a>
          </p>
          <dl className={styles.ways}>
            <dt>Téléphone</dt>
            <dd>
              <PhoneLink phone={mairie.phone} />
            </dd>
            <dt>Adresse électronique</dt>
            <dd>
              <a href={`mailto:${mairie.email}`}>{mairie.email}</a>
            </dd>
            {mairie.website ? (
              <>
                <dt>Site</dt>
                <dd>
                  <a href={mairie.website} rel="noreferrer">
                    {mairie.website.replace(/^https?:\/\//, '')}
                  </a>
                </dd>
              </>
            ) : null}
          </dl>
        </div>
        <div className="card">
          <h2>Horaires d’ouverture</h2>
          <dl className={styles.hours}>
            {WEEKDAYS.map((weekday) => (
              <div key={weekday}>
                <dt>{WEEKDAY_NAMES[weekday]}</dt>
                <dd>{openingOn(weekday, mairie.openingHours)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
    </div>
  );
}

function openingOn(weekday: Weekday, hours: readonly Schemas['OpeningHourDto'][]): string {
  const open = hours.filter((hour) => hour.weekday === weekday);
  if (open.length === 0) return 'fermé';
  return open.map(({ opensAt, closesAt }) => `${hourOf(opensAt)} – ${hourOf(closesAt)}`).join(', ');
}

/** A link, not a map in the page: nothing is asked of anyone until the parent goes there. */
function mapOf(address: string): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
}
