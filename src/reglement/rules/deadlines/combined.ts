import { Temporal } from '../../../kernel/civil-time.js';
import type { Combined, Deadline } from './deadline.js';
import type { DeadlineForm, PartReader } from './form.js';
import type { WallMoment } from './wall-moment.js';

const MAX_PARTS = 10;

/** The two forms that differ only in which limit wins. */
function combining<Type extends 'MIN_OF' | 'MAX_OF'>(
  type: Type,
  choice: string,
  wins: { UNTIL: string; FROM: string },
): DeadlineForm<Combined<Type>> {
  return {
    choice,
    fields: ['of'],
    parse: (json, field, reader) => ({ type, of: parseParts(json.of, `${field}.of`, reader) }),
    compile({ of }, context) {
      const moments = of.map((part) => context.part(part));
      // Instants are compared, not clocks: on the night of the spring change they are not in the same order.
      return (serviceDate) =>
        moments
          .map((moment) => moment(serviceDate))
          .reduce((a, b) => (isEarlier(a, b) === (type === 'MIN_OF') ? a : b));

      function isEarlier(a: WallMoment | null, b: WallMoment | null): boolean {
        if (a === null || b === null) return b === null;
        return Temporal.Instant.compare(context.instantOf(a), context.instantOf(b)) <= 0;
      }
    },
    phrase(form, edge, parts) {
      const said = [...new Set(limiting(form).map((part) => parts(part, edge)))];
      if (said.length === 1) return said[0]!;
      return `${said.slice(0, -1).join(', ')}, ou ${said.at(-1)!} (${wins[edge]})`;
    },
    onWeekday({ of }, weekday, parts) {
      const left = of.map(parts);
      return left.every((part) => part !== null) ? { type, of: left } : null;
    },
    parts: ({ of }) => of.map((part, index) => ({ path: `of[${index}]`, part })),
  };
}

/** NONE is infinitely late: it never is the earliest, and always the latest. */
function limiting({ type, of }: Combined<'MIN_OF' | 'MAX_OF'>): readonly Deadline[] {
  const limited = of.filter((part) => part.type !== 'NONE');
  if (limited.length === of.length) return of;
  return type === 'MAX_OF' || limited.length === 0 ? [{ type: 'NONE' }] : limited;
}

function parseParts(json: unknown, field: string, reader: PartReader): Deadline[] {
  const given = Array.isArray(json) ? (json as unknown[]) : [];
  if (given.length < 2 || given.length > MAX_PARTS)
    reader.errors.push({ field, message: `Donnez de 2 à ${MAX_PARTS} délais à combiner.` });
  return given
    .slice(0, MAX_PARTS)
    .map((part, index) => reader.part(part, `${field}[${index}]`, 'COMBINED'))
    .filter((part) => part !== null);
}

export const earliestOf = combining('MIN_OF', 'le premier échu de plusieurs délais', {
  UNTIL: 'la première de ces limites l’emporte',
  FROM: 'la première de ces dates l’emporte',
});
export const latestOf = combining('MAX_OF', 'le dernier échu de plusieurs délais', {
  UNTIL: 'la dernière de ces limites l’emporte',
  FROM: 'la dernière de ces dates l’emporte',
});
