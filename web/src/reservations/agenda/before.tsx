import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { wordsOf } from '../cell-words';
import styles from './agenda.module.css';
import { counted, scopeWords, type TypicalWeek } from './typical-week';
import type { useAddSpans } from './use-add-spans';
import type { ReadSpan } from './use-span';

interface BeforeProps {
  readonly week: TypicalWeek;
  readonly from: string;
  readonly to: string;
  readonly span: ReadSpan;
  readonly add: ReturnType<typeof useAddSpans>;
}

/** What would be added, counted day by day before it is; the button stays in sight of what is ticked. */
export function Before({ week, from, to, span, add }: BeforeProps) {
  const chosen = [...week.values()].some((days) => days.size > 0);
  if (to < from) return <p role="status">La fin précède le début : changez une des dates.</p>;
  if (!chosen) return <p role="status">Cochez des jours de la semaine : leur nombre exact s’affiche ici.</p>;
  if (span.error)
    return (
      <Notice tone="bad" title="Les jours n’ont pas pu être comptés">
        <p>{said(span.error)}</p>
        <p>
          <Button kind="quiet" onPress={span.retry}>
            Réessayer
          </Button>
        </p>
      </Notice>
    );
  if (!span.whole) return <p role="status">Nous comptons les jours…</p>;
  const { free, last, others } = counted(span.plannings, week);
  return (
    <>
      {others.size > 0 ? (
        <p role="status">
          Restent comme ils sont :{' '}
          {[...others].map(([state, count]) => `${wordsOf({ state }).word} (${count})`).join(', ')}.
        </p>
      ) : null}
      {add.error ? (
        <Notice tone="bad" title="Rien n’a été ajouté">
          <p>{said(add.error)}</p>
        </Notice>
      ) : null}
      {free === 0 ? (
        <p role="status">Aucun jour libre à ajouter.</p>
      ) : (
        <p className={styles.before}>
          <Button pending={add.isPending} onPress={() => add.mutate({ week, from, to })}>
            Ajouter {scopeWords({ free, last }, week)}
          </Button>
        </p>
      )}
    </>
  );
}
