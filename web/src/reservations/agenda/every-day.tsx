import { classOf } from '../../design/button';
import { type EveryDay, hasAll, withDays } from './offers';
import type { TypicalWeek } from './typical-week';

interface EveryDaysProps {
  readonly offered: readonly EveryDay[];
  readonly week: TypicalWeek;
  readonly onChange: (week: TypicalWeek) => void;
}

/** The shortest way to a whole year: a prestation on all its days, for all the children who have it. */
export function EveryDays({ offered, week, onChange }: EveryDaysProps) {
  if (offered.length === 0) return null;
  return (
    <div className="acts" role="group" aria-label="Chaque jour d’accueil">
      {offered.map(({ prestationName, firstNames, week: wanted }) => {
        const ticked = hasAll(week, wanted);
        return (
          <button
            key={prestationName}
            type="button"
            className={classOf('quiet')}
            aria-pressed={ticked}
            onClick={() => onChange(withDays(week, wanted, !ticked))}
          >
            <span aria-hidden="true">{ticked ? '✓ ' : '+ '}</span>
            {everyDayWords({ prestationName, firstNames })}
          </button>
        );
      })}
    </div>
  );
}

/** « Cantine, chaque jour d’accueil : Léa, Tom ». */
export function everyDayWords({ prestationName, firstNames }: Pick<EveryDay, 'prestationName' | 'firstNames'>): string {
  return `${prestationName}, chaque jour d’accueil : ${firstNames.join(', ')}`;
}
