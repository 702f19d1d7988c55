import { useSuspenseQuery } from '@tanstack/react-query';
import { contacts, useFamily } from '../family/my-families';
import { useTitle } from '../design/use-title';
import { dayIn, longDay } from '../words/dates';
import styles from './news.module.css';
import { news } from './queries';

export function NewsPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data } = useSuspenseQuery(news(familyId));
  useTitle('Actualités');
  return (
    <div className="stack">
      <h1>Actualités</h1>
      {data.items.length === 0 ? <p>Aucune actualité pour l’instant.</p> : null}
      {data.items.map(({ id, title, body, publishedAt }) => (
        <article key={id} id={`actualite-${id}`} className={styles.article}>
          <h2>{title}</h2>
          <p className="soft">{longDay(dayIn(mairie.timeZone, publishedAt))}</p>
          <p className={styles.body}>{body}</p>
        </article>
      ))}
    </div>
  );
}
