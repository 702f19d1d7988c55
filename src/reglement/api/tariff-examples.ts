/** A grid by quotient from its lower bounds and unit prices, as people write them. */
const grid = (...rows: [label: string, from: number, unitCents: number, more?: object][]) =>
  rows.map(([label, quotientMin, unitCents, more], index) => ({
    label,
    quotientMin,
    quotientMax: rows[index + 1]?.[1] ?? null,
    unitCents,
    ...more,
  }));

interface TariffExample {
  /** What a mairie reads beside it. */
  readonly summary: string;
  /** Dans le langage des tarifs. */
  readonly tariff: Readonly<Record<string, unknown>>;
}

/**
 * Prices that communes publish, in the language of tariffs. Where the published grid leaves a hole, the row below it
 * was stretched: « 601 à 900 » after « moins de 600 » starts at 600 here.
 */
export const TARIFF_EXAMPLES = {
  'T01 Roncq': {
    summary: 'Huit tranches de quotient, prix du repas fourni par la famille, +2,50 € sans réservation (Roncq, 2025)',
    tariff: {
      type: 'BRACKETS',
      rows: grid(
        ['1', 0, 50, { paiCents: 50 }],
        ['2', 400, 175, { paiCents: 80 }],
        ['3', 640, 235, { paiCents: 80 }],
        ['4', 860, 305, { paiCents: 80 }],
        ['5', 1150, 355, { paiCents: 100 }],
        ['6', 1500, 405, { paiCents: 100 }],
        ['7', 1700, 460, { paiCents: 100 }],
        ['8', 1900, 490, { paiCents: 100 }],
      ),
      prices: { unplanned: { abs: 250 } },
    },
  },
  'T01 Roncq, forfait': {
    summary: 'Forfait de période scolaire selon le quotient (Roncq, 2025)',
    tariff: {
      type: 'FORFAIT',
      per: 'SCHOOL_PERIOD',
      tariff: {
        type: 'BRACKETS',
        rows: grid(
          ['1', 0, 453],
          ['2', 400, 765],
          ['3', 640, 915],
          ['4', 860, 1220],
          ['5', 1150, 1320],
          ['6', 1500, 1370],
          ['7', 1700, 1425],
          ['8', 1900, 1525],
        ),
      },
    },
  },
  'T01 Roncq, demi-heure': {
    summary: 'Chaque demi-heure commencée, selon le quotient (Roncq, 2025)',
    tariff: {
      type: 'TIME_SLICES',
      sliceMinutes: 30,
      tariff: {
        type: 'BRACKETS',
        rows: grid(
          ['1', 0, 16],
          ['2', 400, 70],
          ['3', 640, 85],
          ['4', 860, 110],
          ['5', 1150, 125],
          ['6', 1500, 135],
          ['7', 1700, 140],
          ['8', 1900, 145],
        ),
      },
      prices: { unplanned: { abs: 250 } },
    },
  },
  'T02 Roncq, hors commune': {
    summary: 'Une grille pour les habitants, une pour les autres (Roncq, 2025, demi-heure)',
    tariff: {
      type: 'TIME_SLICES',
      sliceMinutes: 30,
      tariff: {
        type: 'BY_AUDIENCE',
        grids: [
          {
            when: { resident: false },
            tariff: { type: 'BRACKETS', rows: grid(['1', 0, 195], ['2', 800, 200], ['3', 1500, 205]) },
          },
          {
            when: {},
            tariff: {
              type: 'BRACKETS',
              rows: grid(
                ['1', 0, 16],
                ['2', 400, 70],
                ['3', 640, 85],
                ['4', 860, 110],
                ['5', 1150, 125],
                ['6', 1500, 135],
                ['7', 1700, 140],
                ['8', 1900, 145],
              ),
            },
          },
        ],
      },
    },
  },
  'T04 Vetusienne': {
    summary: 'Accueil du matin en trois tranches',
    tariff: { type: 'BRACKETS', rows: grid(['A', 0, 145], ['B', 600, 155], ['C', 900, 165]) },
  },
  'T05 Champcevinel': {
    summary: 'Cantine à 1 € en quatre tranches ; un QF de 622,4 est de la première (Champcevinel, 2022)',
    tariff: { type: 'BRACKETS', rows: grid(['1', 0, 100], ['2', 623, 330], ['3', 1001, 340], ['4', 1501, 350]) },
  },
  'T08 2C2R': {
    summary: 'Le double hors du territoire, par demi-heure (2C2R)',
    tariff: {
      type: 'TIME_SLICES',
      sliceMinutes: 30,
      tariff: { type: 'BRACKETS', rows: grid(['1', 0, 30], ['2', 651, 48], ['3', 1151, 63]) },
      nonResident: { multiplier: 2 },
    },
  },
  'T09 Talloires': {
    summary: 'Cantine à 0,99 € en quatre tranches (Talloires-Montmin, 2022)',
    tariff: { type: 'BRACKETS', rows: grid(['1', 0, 99], ['2', 1100, 380], ['3', 1500, 430], ['4', 2000, 480]) },
  },
  'T10 Chemaudin, avant': {
    summary: 'Repas jusqu’au 1er septembre 2024, en cinq tranches (Chemaudin)',
    tariff: {
      type: 'BRACKETS',
      rows: grid(['1', 0, 410], ['2', 776, 540], ['3', 1001, 570], ['4', 1201, 600], ['5', 1401, 610]),
    },
  },
  'T10 Chemaudin, ensuite': {
    summary: 'Repas à partir du 2 septembre 2024, en sept tranches : une autre version du même tarif (Chemaudin)',
    tariff: {
      type: 'BRACKETS',
      rows: grid(
        ['1', 0, 425],
        ['2', 801, 555],
        ['3', 1001, 590],
        ['4', 1201, 620],
        ['5', 1401, 630],
        ['6', 1801, 660],
        ['7', 2101, 695],
      ),
    },
  },
  'T11 Lieuvin Pays d’Auge': {
    summary: 'À l’heure, goûter en plus, plein tarif hors secteur (Lieuvin Pays d’Auge)',
    tariff: {
      type: 'TIME_SLICES',
      sliceMinutes: 60,
      tariff: {
        type: 'BY_AUDIENCE',
        grids: [
          { when: { resident: false }, tariff: { type: 'FLAT', unitCents: 213 } },
          {
            when: {},
            tariff: {
              type: 'BRACKETS',
              rows: grid(
                ['1', 0, 29],
                ['2', 400, 71],
                ['3', 600, 100],
                ['4', 800, 135],
                ['5', 1100, 184],
                ['6', 1500, 213],
              ),
            },
          },
        ],
      },
      supplements: [{ label: 'Goûter', cents: 50 }],
    },
  },
  'T11 Lieuvin Pays d’Auge, journée': {
    summary: 'À la demi-journée ou à la journée selon la durée, repas et adhésion en plus (tranche 6, hors secteur)',
    tariff: {
      type: 'TIME_SLICES',
      table: [
        { uptoMinutes: 300, cents: 343 },
        { uptoMinutes: 600, cents: 574 },
      ],
      supplements: [
        { label: 'Petit déjeuner', cents: 150 },
        { label: 'Déjeuner', cents: 350 },
        { label: 'Goûter', cents: 50 },
        { label: 'Adhésion annuelle', cents: 100 },
      ],
    },
  },
  'T12 Saint-Barnabé': {
    summary: 'Forfait par semaine selon le nombre de jours (Saint-Barnabé)',
    tariff: { type: 'FORFAIT', per: 'WEEK', byDaysPerWeek: { 1: 277, 2: 554, 3: 831, 4: 1108 } },
  },
  'Taux d’effort': {
    summary: '0,36 % du quotient entre 2,60 € et 4,50 €, repas fourni par la famille à 1,75 € (Fay-aux-Loges)',
    tariff: {
      type: 'EFFORT_RATE',
      ratePct: '0.36',
      minCents: 260,
      maxCents: 450,
      pai: { fixedPrice: 175 },
    },
  },
  'Frères et sœurs': {
    summary: 'Un prix pour tous, 3,30 € dès le troisième enfant, +0,50 € en cas d’absence (P08, La Selle-Craonnaise)',
    tariff: {
      type: 'FLAT',
      unitCents: 360,
      reductions: [{ type: 'SIBLINGS', order: 'ELDEST_FIRST', ranks: [{ from: 3, fixedPriceCents: 330 }] }],
      prices: { unjustifiedAbsence: { abs: 50 } },
    },
  },
} as const satisfies Record<string, TariffExample>;
