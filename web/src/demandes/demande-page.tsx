import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { moment } from '../words/dates';
import { CATEGORIES, childrenInWords, daysInWords, STATES } from './demande-words';
import { Message } from './message';
import { demande, markRead } from './queries';
import { Reply } from './reply';
import styles from './demandes.module.css';

/** A conversation with the mairie, from its first message to the last. */
export function DemandePage() {
  const { familyId, collectiviteId } = useFamily();
  const { demandeId } = useParams({ from: '/signed-in/familles/$familyId/demandes/$demandeId' });
  const { envoyee } = useSearch({ from: '/signed-in/familles/$familyId/demandes/$demandeId' });
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const { data: thread } = useSuspenseQuery(demande(familyId, Number(demandeId)));
  const { word, sign } = STATES[thread.state];
  const [children, days] = [childrenInWords(thread), daysInWords(thread)];
  useTitle(`Demande ${thread.reference}`);
  const client = useQueryClient();
  useEffect(() => {
    // It stays new where this does not arrive: nothing is lost by it.
    void markRead(familyId, thread)
      .then(() => client.invalidateQueries({ queryKey: ['family', familyId, 'demandes', 'answered'] }))
      .catch(() => undefined);
  }, [client, familyId, thread]);
  return (
    <div className="stack reading">
      <h1 className={styles.subject}>{thread.subject}</h1>
      {envoyee ? (
        <Notice tone="good" title="Votre demande est envoyée">
          <p>
            La mairie l’a reçue sous le numéro {thread.reference} : un accusé de réception vous parvient par courriel.
          </p>
        </Notice>
      ) : null}
      <dl className="facts">
        <dt>État</dt>
        <dd>
          <strong>
            <span aria-hidden="true">{sign} </span>
            {word}
          </strong>
        </dd>
        <dt>Numéro</dt>
        <dd>{thread.reference}</dd>
        <dt>Catégorie</dt>
        <dd>{CATEGORIES[thread.category]}</dd>
        {children ? <dt>Pour</dt> : null}
        {children ? <dd>{children}</dd> : null}
        {days ? <dt>Jours concernés</dt> : null}
        {days ? <dd>{days}</dd> : null}
        <dt>Reçue</dt>
        <dd>{moment(thread.receivedAt, mairie.timeZone)}</dd>
      </dl>
      <section aria-labelledby="messages">
        <h2 id="messages">Messages</h2>
        <ol className={styles.messages}>
          {thread.messages.map((message) => (
            <Message
              key={message.id}
              message={message}
              files={`/api/v1/families/${familyId}/demandes/${thread.id}/attachments`}
              mairie={mairie}
            />
          ))}
        </ol>
      </section>
      {thread.state === 'CLOSED' ? (
        <Notice title="Cette demande est close">
          <p>
            <Link to="/familles/$familyId/demandes/nouvelle" params={{ familyId: String(familyId) }}>
              Écrire une nouvelle demande
            </Link>
          </p>
        </Notice>
      ) : (
        <Reply familyId={familyId} demandeId={thread.id} />
      )}
    </div>
  );
}
