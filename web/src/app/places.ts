/**
 * Where one may go in the area of a family. On a phone, the ones used often are at hand and the others behind « Plus »;
 * where there is room, those of oneself stand by the way out.
 */
export const PLACES = [
  { to: '/familles/$familyId', label: 'Accueil', sign: '⌂', use: 'often' },
  { to: '/familles/$familyId/reservations', label: 'Réservations', sign: '▦', use: 'often' },
  { to: '/familles/$familyId/panier', label: 'Panier', sign: '◐', use: 'often' },
  { to: '/familles/$familyId/factures', label: 'Factures', sign: '€', use: 'often' },
  { to: '/familles/$familyId/actualites', label: 'Actualités', sign: '', use: 'seldom' },
  { to: '/familles/$familyId/demandes', label: 'Demandes', sign: '', use: 'seldom' },
  { to: '/familles/$familyId/absences', label: 'Absences', sign: '', use: 'seldom' },
  { to: '/familles/$familyId/documents', label: 'Documents', sign: '', use: 'seldom' },
  { to: '/familles/$familyId/foyer', label: 'Mon foyer', sign: '', use: 'seldom' },
  { to: '/familles/$familyId/contacts', label: 'Contacts', sign: '', use: 'seldom' },
  { to: '/familles/$familyId/compte', label: 'Mon compte', sign: '', use: 'own' },
  { to: '/familles/$familyId/donnees', label: 'Mes données', sign: '', use: 'own' },
] as const;
