import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { ReadOn } from '../design/read-on';
import { contacts, useFamily } from '../family/my-families';
import { useTitle } from '../design/use-title';
import { dayIn, longDay } from '../words/dates';
import styles from './news.module.css';
import { allNews } from './queries';

export function NewsPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const list = useSuspenseInfiniteQuery(allNews(familyId));
  const all = list.data.pages.flatMap(({ items }) => items);
  useTitle('Actualités');
  return (
    <div className="stack">
      <h1>Actualités</h1>
      {all.length === 0 ? <p>Aucune actualité pour l’instant.</p> : null}
      {all.map(({ id, title, body, publishedAt }) => (
        <article key={id} id={`actualite-${id}`} className={styles.article}>
          <h2>{title}</h2>
          <p className="soft">{longDay(dayIn(mairie.timeZone, publishedAt))}</p>
          <p className={styles.body}>{body}</p>
        </article>
      ))}
      <ReadOn list={list}>Voir les plus anciennes</ReadOn>
    </div>
  );
}
