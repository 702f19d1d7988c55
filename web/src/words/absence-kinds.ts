/** Why a child is absent, without anything of its health. */
export const ABSENCE_KINDS = {
  ILLNESS: 'Maladie',
  ACCIDENT: 'Accident',
  HOSPITAL: 'Hospitalisation',
  BEREAVEMENT: 'Deuil',
  STRIKE: 'Grève',
  SCHOOL_TRIP: 'Sortie scolaire',
  ALERT: 'Alerte (météo, sécurité…)',
  OTHER: 'Autre raison',
};
