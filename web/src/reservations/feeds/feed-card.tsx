import { answered, api } from '../../api/client';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { moment } from '../../words/dates';
import { useAct } from '../day/use-act';
import { FeedAddress } from './feed-address';
import type { Feed } from './queries';

interface FeedCardProps {
  readonly familyId: number;
  readonly childId: number;
  readonly firstName: string;
  readonly timeZone: string;
  /** What one has already; its address was told once and is known to nobody here. */
  readonly feed: Feed | null;
}

/** One child in one's calendar: obtained, renewed, ended. */
export function FeedCard({ familyId, childId, firstName, timeZone, feed }: FeedCardProps) {
  const open = useAct(familyId, () =>
    answered(
      api.POST('/api/v1/families/{familyId}/calendar-feeds', { params: { path: { familyId } }, body: { childId } }),
    ),
  );
  const close = useAct(familyId, async () => {
    await answered(
      api.DELETE('/api/v1/families/{familyId}/calendar-feeds/{feedId}', {
        params: { path: { familyId, feedId: feed!.id } },
      }),
    );
    open.reset();
  });
  const error = open.error ?? close.error;
  return (
    <section className="card stack" aria-labelledby={`calendrier-${childId}`}>
      <h2 id={`calendrier-${childId}`}>{firstName}</h2>
      {error ? (
        <Notice tone="bad" title="Cela n’a pas pu être fait">
          <p>{said(error)}</p>
        </Notice>
      ) : null}
      {open.data ? (
        <FeedAddress key={open.data.url} childId={childId} firstName={firstName} url={open.data.url} />
      ) : null}
      {feed ? (
        <p>
          <strong>
            <span aria-hidden="true">✓ </span>Calendrier ouvert
          </strong>{' '}
          depuis le {moment(feed.createdAt, timeZone)}.
          {open.data ? null : ' Son adresse n’est montrée qu’une fois. Perdue, ou connue de quelqu’un ? Changez-la.'}
        </p>
      ) : null}
      <div className="acts">
        <Button
          kind={feed ? 'quiet' : 'main'}
          label={feed ? `Changer l’adresse : ${firstName}` : `Obtenir l’adresse du calendrier : ${firstName}`}
          pending={open.isPending}
          onPress={() => open.mutate()}
        >
          {feed ? 'Changer l’adresse' : 'Obtenir l’adresse du calendrier'}
        </Button>
        {feed ? (
          <Button
            kind="danger"
            label={`Arrêter ce calendrier : ${firstName}`}
            pending={close.isPending}
            onPress={() => close.mutate()}
          >
            Arrêter ce calendrier
          </Button>
        ) : null}
      </div>
      {feed ? <p className="soft">Changée ou arrêtée, l’adresse d’avant ne montre plus rien.</p> : null}
    </section>
  );
}
