export const PRESTATION_KINDS = ['CANTEEN', 'MORNING_CARE', 'EVENING_CARE', 'LEISURE_CENTRE', 'OTHER'] as const;
export type PrestationKind = (typeof PRESTATION_KINDS)[number];

/** R: paid at booking; C: at consumption. */
export const PAYMENT_MODES = ['R', 'C'] as const;
export type PaymentMode = (typeof PAYMENT_MODES)[number];
