/** Where one may go in the area of a family: the first ones are always at hand, the others behind « Plus » on a phone. */
export const PLACES = [
  { to: '/familles/$familyId', label: 'Accueil', sign: '⌂', often: true },
  { to: '/familles/$familyId/reservations', label: 'Réservations', sign: '▦', often: true },
  { to: '/familles/$familyId/panier', label: 'Panier', sign: '◐', often: true },
  { to: '/familles/$familyId/factures', label: 'Factures', sign: '€', often: true },
  { to: '/familles/$familyId/actualites', label: 'Actualités', sign: '', often: false },
  { to: '/familles/$familyId/demandes', label: 'Demandes', sign: '', often: false },
  { to: '/familles/$familyId/absences', label: 'Absences', sign: '', often: false },
  { to: '/familles/$familyId/documents', label: 'Documents', sign: '', often: false },
  { to: '/familles/$familyId/foyer', label: 'Mon foyer', sign: '', often: false },
  { to: '/familles/$familyId/contacts', label: 'Contacts', sign: '', often: false },
  { to: '/familles/$familyId/compte', label: 'Mon compte', sign: '', often: false },
  { to: '/familles/$familyId/donnees', label: 'Mes données', sign: '', often: false },
] as const;
