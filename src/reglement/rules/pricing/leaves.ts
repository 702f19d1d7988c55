import type { Audience, Brackets, EffortRate, Flat, Forfait, Tariff, TariffOptions, TimeSlices } from './tariff.js';

/** A forfait that depends on the number of days a week. */
export interface DaysForfait {
  readonly type: 'DAYS_PER_WEEK';
  readonly byDaysPerWeek: Readonly<Record<string, number>>;
}

/** A table of stays needs no price of its own. */
export interface NoPrice {
  readonly type: 'NONE';
}

export type LeafForm = Flat | Brackets | EffortRate | DaysForfait | NoPrice;

/** One way through a tariff, from its root to what gives the amount. */
export interface Leaf {
  /** Those that lead here; the child is of all of them. */
  readonly audiences: readonly Audience[];
  readonly form: LeafForm;
  /** The options that hold here: the innermost that says something wins. */
  readonly options: TariffOptions;
  readonly forfait?: Forfait;
  readonly stay?: TimeSlices;
  /** Where it stands in the tariff: « grids[1].tariff ». Empty for the root. */
  readonly path: string;
  /** Where the row of a missing quotient is said. */
  readonly missingQuotientPath: string;
}

/** Every way through a tariff, in the order in which they are tried. */
export function leavesOf(tariff: Tariff): Leaf[] {
  return walk(tariff, { audiences: [], options: {}, path: '', missingQuotientPath: '' });
}

type Above = Omit<Leaf, 'form'>;

function walk(tariff: Tariff, above: Above): Leaf[] {
  const here: Above = {
    ...above,
    options: { ...above.options, ...optionsOf(tariff) },
    missingQuotientPath: tariff.missingQuotient === undefined ? above.missingQuotientPath : above.path,
  };
  switch (tariff.type) {
    case 'FLAT':
    case 'BRACKETS':
    case 'EFFORT_RATE':
      return [{ ...here, form: tariff }];
    case 'BY_AUDIENCE':
      return tariff.grids.flatMap((grid, index) =>
        walk(grid.tariff, {
          ...here,
          audiences: Object.keys(grid.when).length === 0 ? here.audiences : [...here.audiences, grid.when],
          path: joined(here.path, `grids[${index}].tariff`),
        }),
      );
    case 'FORFAIT':
      return inner(tariff.tariff, { ...here, forfait: tariff }, () => ({
        type: 'DAYS_PER_WEEK',
        byDaysPerWeek: tariff.byDaysPerWeek!,
      }));
    case 'TIME_SLICES':
      return inner(tariff.tariff, { ...here, stay: tariff }, () => ({ type: 'NONE' }));
  }
}

function inner(tariff: Tariff | undefined, here: Above, otherwise: () => LeafForm): Leaf[] {
  return tariff ? walk(tariff, { ...here, path: joined(here.path, 'tariff') }) : [{ ...here, form: otherwise() }];
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

export const OPTIONS = [
  'prices',
  'costPriceCents',
  'nonResident',
  'pai',
  'reductions',
  'supplements',
  'missingQuotient',
  'latePickup',
  'split',
] as const satisfies readonly (keyof TariffOptions)[];

function optionsOf(tariff: Tariff): TariffOptions {
  return Object.fromEntries(OPTIONS.filter((name) => tariff[name] !== undefined).map((name) => [name, tariff[name]]));
}
