import type { FieldError } from '../../../../kernel/problem.js';
import type { PriceForm, Tariff, TariffForm, TariffOptions } from '../tariff.js';

/** Where a form stands decides what it may hold. */
export interface Place {
  /** Path of the form in the request. */
  readonly field: string;
  /** INNER: what a forfait or slices of time are worth; such a form gives one amount and has no option of its own. */
  readonly within: 'ROOT' | 'GRID' | 'INNER';
  readonly depth: number;
}

/** What a form's own file offers to the registry. */
export interface FormParser<Form extends TariffForm> {
  /** The fields of the form itself, beside the options. */
  readonly fields: readonly string[];
  /** Completes « Choisissez la forme du tarif »: « un seul prix ». */
  readonly words: string;
  parse(json: Record<string, unknown>, place: Place, tools: Tools): Form;
}

export interface Tools {
  readonly errors: FieldError[];
  /** Reads a whole tariff inside another. */
  tariff(json: unknown, place: Place): Tariff;
  /** Reads the inner grid of a forfait or of slices. */
  inner(json: unknown, place: Omit<Place, 'within'>): PriceForm & Pick<TariffOptions, 'missingQuotient'>;
}
