import type { Temporal, Weekday } from '../../../kernel/civil-time.js';
import type { FieldError } from '../../../kernel/problem.js';
import type { Edge } from './day-words.js';
import type { Deadline, DeadlineContext } from './deadline.js';
import type { MomentOf, WallMoment } from './wall-moment.js';

/** How a form of deadline is read, computed and said. One for each `type`; the registry is `forms.ts`. */
export interface DeadlineForm<Form> {
  /** In a list of choices, after the type: « un nombre de jours avant ». */
  readonly choice: string;
  /** The fields of its JSON, beside `type` and the options. */
  readonly fields: readonly string[];
  /** True where bringing a limit forward to an open day has no meaning: the mairie chose each date itself. */
  readonly datesAreChosen?: boolean;
  /** Reads the fields, and reports every fault to `reader.errors`; the answer counts only when there is none. */
  parse(json: Record<string, unknown>, field: string, reader: PartReader): Form;
  /** Prepares the computation. What it throws: DateOutsideCalendar, DeadlineNotDefined. */
  compile(form: Form, context: PartContext): MomentOf;
  /** « jusqu’au jeudi de la semaine précédente, avant 12 h 00 » or, from the other edge, « à partir du … ». */
  phrase(form: Form, edge: Edge, parts: PartPhrases): string;
  /** For a form that holds others: what is left of it on one day of the week; null when it says nothing then. */
  onWeekday?(form: Form, weekday: Weekday, parts: (part: Deadline) => Deadline | null): Deadline | null;
  /** The deadlines it holds, each with its path after the form's own. */
  parts?(form: Form): readonly { readonly path: string; readonly part: Deadline }[];
}

/** Where a deadline stands in another: it decides which options it may carry. */
export type PartPlace = 'WEEKDAY' | 'COMBINED' | 'OPENING';

export interface PartReader {
  readonly errors: FieldError[];
  part(json: unknown, field: string, place: PartPlace): Deadline | null;
}

export interface PartContext extends DeadlineContext {
  part(deadline: Deadline): MomentOf;
  instantOf(moment: WallMoment): Temporal.Instant;
}

export type PartPhrases = (part: Deadline, edge: Edge) => string;
