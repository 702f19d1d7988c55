/** Zones of the national school calendar (Code de l'éducation, article D521-1). */
export const SCHOOL_ZONES = ['A', 'B', 'C'] as const;
export type SchoolZone = (typeof SCHOOL_ZONES)[number];

/** The places of France whose public holidays differ. */
export const HOLIDAY_TERRITORIES = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-martin',
  'saint-barthelemy',
  'nouvelle-caledonie',
  'polynesie-francaise',
  'wallis-et-futuna',
  'saint-pierre-et-miquelon',
] as const;
export type HolidayTerritory = (typeof HOLIDAY_TERRITORIES)[number];
