/** Signs as strokes on 24 × 24: letters that look like them are not in the fonts of each phone. */
const HOUSE = 'M4 11l8-7 8 7v9h-5v-6H9v6H4z';
const CALENDAR = 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M8 17h7';
const BASKET = 'M3 10h18l-2 10H5zM7 10l5-7 5 7M10 13v4M14 13v4';
const BILL = 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6';
export const MORE_SIGN = 'M4 7h16M4 12h16M4 17h16';

/**
 * Where one may go in the area of a family. On a phone, the ones used often are at hand and the others behind « Plus »;
 * where there is room, those of oneself stand by the way out.
 */
export const PLACES = [
  { to: '/familles/$familyId', label: 'Accueil', sign: HOUSE, use: 'often' },
  { to: '/familles/$familyId/reservations', label: 'Réservations', sign: CALENDAR, use: 'often' },
  { to: '/familles/$familyId/panier', label: 'Panier', sign: BASKET, use: 'often' },
  { to: '/familles/$familyId/factures', label: 'Factures', sign: BILL, use: 'often' },
  { to: '/familles/$familyId/actualites', label: 'Actualités', use: 'seldom' },
  { to: '/familles/$familyId/demandes', label: 'Demandes', use: 'seldom' },
  { to: '/familles/$familyId/absences', label: 'Absences', use: 'seldom' },
  { to: '/familles/$familyId/documents', label: 'Documents', use: 'seldom' },
  { to: '/familles/$familyId/foyer', label: 'Mon foyer', use: 'seldom' },
  { to: '/familles/$familyId/contacts', label: 'Contacts', use: 'seldom' },
  { to: '/familles/$familyId/compte', label: 'Mon compte', use: 'own' },
  { to: '/familles/$familyId/donnees', label: 'Mes données', use: 'own' },
] as const;
