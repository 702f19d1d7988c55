import type { PublishedMenu } from '../queries';

type Dish = PublishedMenu['dishes'][number];

const COURSES: Record<Dish['course'], string> = {
  STARTER: 'Entrée',
  MAIN: 'Plat',
  SIDE: 'Accompagnement',
  DAIRY: 'Produit laitier',
  DESSERT: 'Dessert',
  SNACK: 'Goûter',
};

const ALLERGENS: Record<Dish['allergens'][number], string> = {
  GLUTEN: 'gluten',
  CRUSTACEANS: 'crustacés',
  EGGS: 'œufs',
  FISH: 'poisson',
  PEANUTS: 'arachides',
  SOY: 'soja',
  MILK: 'lait',
  NUTS: 'fruits à coque',
  CELERY: 'céleri',
  MUSTARD: 'moutarde',
  SESAME: 'sésame',
  SULPHITES: 'sulfites',
  LUPIN: 'lupin',
  MOLLUSCS: 'mollusques',
};

/** « allergènes : gluten, lait »; null where none is told of. */
export function allergensOf({ allergens }: Dish): string | null {
  return allergens.length === 0 ? null : `allergènes\u00a0: ${allergens.map((one) => ALLERGENS[one]).join(', ')}`;
}

/** The dishes of a meal by course: several of one course are a choice. */
export function byCourse(dishes: readonly Dish[]): readonly (readonly [string, readonly Dish[]])[] {
  const courses = [...new Set(dishes.map(({ course }) => course))];
  return courses.map((course) => [COURSES[course], dishes.filter((dish) => dish.course === course)] as const);
}
