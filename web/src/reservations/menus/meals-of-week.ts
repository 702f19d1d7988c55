import type { Planning, PublishedMenu } from '../queries';

/** What is served to some children on a day. */
export interface Meal {
  readonly names: readonly string[];
  readonly dishes: PublishedMenu['dishes'];
}

export interface MealsOfDay {
  readonly date: string;
  readonly meals: readonly Meal[];
}

/** Day by day, for the children that a planning shows; children who are served the same are told together. */
export function mealsOfWeek(menus: readonly PublishedMenu[], { children }: Planning): readonly MealsOfDay[] {
  const days = new Map<string, Map<string, Meal>>();
  for (const { date, prestationId, dishes } of menus) {
    const names = children
      .filter(({ rows }) => rows.some((row) => row.prestationId === prestationId))
      .map(({ firstName }) => firstName);
    if (names.length === 0) continue;
    const meals = days.get(date) ?? new Map<string, Meal>();
    const same = JSON.stringify(dishes);
    const known = meals.get(same);
    meals.set(same, { names: [...(known?.names ?? []), ...names], dishes });
    days.set(date, meals);
  }
  return [...days].map(([date, meals]) => ({ date, meals: [...meals.values()] }));
}
