import { useQuery } from '@tanstack/react-query';
import { publishedMenus } from '../queries';
import { MealList } from './meal-list';

interface MealOfDayProps {
  readonly familyId: number;
  readonly prestationId: number;
  readonly date: string;
}

/** What is served that day, where the mairie tells. */
export function MealOfDay({ familyId, prestationId, date }: MealOfDayProps) {
  const { data } = useQuery(publishedMenus(familyId, date, date));
  const menu = data?.find((one) => one.prestationId === prestationId);
  if (!menu) return null;
  return (
    <section aria-labelledby="au-menu">
      <h3 id="au-menu">Au menu</h3>
      <MealList dishes={menu.dishes} />
    </section>
  );
}
