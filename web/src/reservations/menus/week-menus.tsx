import { useQuery } from '@tanstack/react-query';
import { dayOfYear } from '../../words/dates';
import { type Planning, publishedMenus } from '../queries';
import { MealList } from './meal-list';
import { mealsOfWeek } from './meals-of-week';
import styles from './menus.module.css';

interface WeekMenusProps {
  readonly familyId: number;
  readonly planning: Planning;
}

/** « Au menu »: what is served on the days that are shown, where the mairie tells. */
export default function WeekMenus({ familyId, planning }: WeekMenusProps) {
  const { data } = useQuery(publishedMenus(familyId, planning.from, planning.to));
  const days = mealsOfWeek(data ?? [], planning);
  if (days.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>Au menu</summary>
      <div className={styles.week}>
        {days.map(({ date, meals }) => (
          <div key={date} className="card">
            <h3>{dayOfYear(date)}</h3>
            {meals.map(({ names, dishes }) => (
              <div key={names.join()}>
                {meals.length > 1 ? <p>{names.join(', ')}</p> : null}
                <MealList dishes={dishes} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}
