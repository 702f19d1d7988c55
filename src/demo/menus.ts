import { isBefore, Temporal } from '../kernel/civil-time.js';
import type { OpenCommune } from './opening.js';

const DAYS_BEHIND = 14;
const DAYS_AHEAD = 24;

const dish = (course: string, name: string, ...allergens: string[]) => ({ course, name, allergens });

/** Two weeks of four days, of which one day a week without meat nor fish; then they come round again. */
const MENUS = [
  [
    dish('STARTER', 'Carottes râpées', 'MUSTARD'),
    dish('MAIN', 'Poulet rôti'),
    dish('SIDE', 'Purée de potimarron', 'MILK'),
    dish('DAIRY', 'Comté', 'MILK'),
    dish('DESSERT', 'Poire'),
  ],
  [
    dish('STARTER', 'Velouté de légumes', 'CELERY', 'MILK'),
    dish('MAIN', 'Lasagnes aux lentilles', 'GLUTEN', 'EGGS', 'MILK'),
    dish('DAIRY', 'Yaourt nature', 'MILK'),
    dish('DESSERT', 'Clémentine'),
  ],
  [
    dish('STARTER', 'Betteraves vinaigrette', 'MUSTARD'),
    dish('MAIN', 'Colin sauce citron', 'FISH', 'MILK'),
    dish('SIDE', 'Riz et brocolis'),
    dish('DESSERT', 'Compote de pommes'),
  ],
  [
    dish('STARTER', 'Salade de pâtes', 'GLUTEN', 'EGGS'),
    dish('MAIN', 'Bœuf aux carottes', 'CELERY'),
    dish('SIDE', 'Haricots verts'),
    dish('DAIRY', 'Saint-nectaire', 'MILK'),
    dish('DESSERT', 'Gâteau au chocolat', 'GLUTEN', 'EGGS', 'MILK'),
  ],
  [
    dish('STARTER', 'Céleri rémoulade', 'CELERY', 'EGGS', 'MUSTARD'),
    dish('MAIN', 'Omelette aux fines herbes', 'EGGS'),
    dish('SIDE', 'Pommes de terre rissolées'),
    dish('DAIRY', 'Fromage blanc', 'MILK'),
    dish('DESSERT', 'Kiwi'),
  ],
  [
    dish('STARTER', 'Potage de courge', 'MILK'),
    dish('MAIN', 'Sauté de dinde à la moutarde', 'MUSTARD', 'MILK'),
    dish('SIDE', 'Coquillettes', 'GLUTEN'),
    dish('DESSERT', 'Pomme'),
  ],
  [
    dish('STARTER', 'Chou rouge et pommes'),
    dish('MAIN', 'Brandade de morue', 'FISH', 'MILK'),
    dish('SIDE', 'Salade verte', 'MUSTARD'),
    dish('DAIRY', 'Petit-suisse', 'MILK'),
    dish('DESSERT', 'Banane'),
  ],
  [
    dish('STARTER', 'Taboulé', 'GLUTEN'),
    dish('MAIN', 'Rôti de porc'),
    dish('MAIN', 'Galette de pois chiches', 'SESAME'),
    dish('SIDE', 'Lentilles', 'CELERY'),
    dish('DESSERT', 'Crème vanille', 'EGGS', 'MILK'),
  ],
];

/** The weeks around today, as the canteens of both schools post them. */
export async function publishMenus({ collectiviteId, agent, prestations }: OpenCommune, today: Temporal.PlainDate) {
  for (const { id, name, sessions } of prestations) {
    if (name !== 'Cantine') continue;
    const dates = [...sessions.keys()].sort().filter((date) => isNear(Temporal.PlainDate.from(date), today));
    const days = dates.map((date, index) => ({ date, dishes: MENUS[index % MENUS.length] }));
    if (days.length > 0)
      await agent.put(`/collectivites/${collectiviteId}/prestations/${id}/published-menus`, { days });
  }
}

function isNear(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return !isBefore(date, today.subtract({ days: DAYS_BEHIND })) && isBefore(date, today.add({ days: DAYS_AHEAD }));
}
