/** The courses of a meal, in the order in which they are served. */
export const COURSES = ['STARTER', 'MAIN', 'SIDE', 'DAIRY', 'DESSERT', 'SNACK'] as const;
export type Course = (typeof COURSES)[number];

/** The fourteen allergens that must be told of food that is not packed (regulation EU 1169/2011, annex II). */
export const ALLERGENS = [
  'GLUTEN',
  'CRUSTACEANS',
  'EGGS',
  'FISH',
  'PEANUTS',
  'SOY',
  'MILK',
  'NUTS',
  'CELERY',
  'MUSTARD',
  'SESAME',
  'SULPHITES',
  'LUPIN',
  'MOLLUSCS',
] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** One of what is served; several of one course are a choice. */
export interface Dish {
  readonly course: Course;
  /** As the mairie typed it: text, never markup. */
  readonly name: string;
  readonly allergens: readonly Allergen[];
}

/** Dishes in the order of the courses; those of one course as they were told. */
export function served(dishes: readonly Dish[]): Dish[] {
  return [...dishes].sort((a, b) => COURSES.indexOf(a.course) - COURSES.indexOf(b.course));
}
