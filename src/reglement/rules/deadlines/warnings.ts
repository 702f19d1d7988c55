import { schoolYearOf, schoolYearSpan } from '../../../calendar/rules/index.js';
import { spanHolds, type Temporal, weekdayOf } from '../../../kernel/civil-time.js';
import { counted, longDate, plainDate, typeset } from '../../../kernel/french.js';
import { dayEnded } from './closed-days.js';
import { compileDeadline } from './compile-deadline.js';
import { hourWords } from './day-words.js';
import type { Deadline, DeadlineContext, DeadlineOperation } from './deadline.js';
import { lateDeadlineWarning } from './late-deadline.js';
import { OPERATION_DEADLINE } from './operation-words.js';
import { type Sample, type SampledService, samplesOf } from './sample.js';
import { DeadlineNotDefined, type WallMoment } from './wall-moment.js';

/**
 * What is allowed but rarely meant, each in one French sentence: a limit after the service has begun, on a day when
 * the mairie is closed, in the holidays before a rentrée, in the hour that a change of clocks doubles or skips, and
 * a published list that ends before the school year.
 */
export function deadlineWarnings(deadline: Deadline, operation: DeadlineOperation, service: SampledService): string[] {
  const samples = samplesOf(compileDeadline(deadline, service.context), service.dates);
  const which = OPERATION_DEADLINE[operation];
  return [
    lateDeadlineWarning(deadline, operation, service),
    ...closedDays(which, samples, service.context),
    duringHolidays(which, samples, service.context),
    changedClock(which, samples, service.context),
    endsBeforeTheYear(which, deadline, service),
  ].filter((warning) => warning !== null);
}

function closedDays(which: string, samples: readonly Sample[], { calendar }: DeadlineContext): (string | null)[] {
  const kinds: [when: string, holds: (date: Temporal.PlainDate) => boolean][] = [
    ['un dimanche', (date) => weekdayOf(date) === 'SU'],
    ['un jour férié', (date) => calendar.covers(date) && calendar.publicHoliday(date) !== null],
    ['un jour de fermeture', (date) => calendar.closure(date) !== null],
  ];
  return kinds.map(([when, holds]) => {
    const found = samples.filter(({ wall }) => holds(dayEnded(wall).date));
    return found.length === 0
      ? null
      : typeset(
          `${which} tombe ${when} ${times(found)} : personne ne répond alors à la mairie. « PREVIOUS_OPEN_DAY » l’avancerait au jour ouvré qui précède.`,
        );
  });
}

function duringHolidays(which: string, samples: readonly Sample[], { calendar }: DeadlineContext): string | null {
  const inClass = (date: Temporal.PlainDate) => calendar.covers(date) && calendar.schoolHoliday(date) === null;
  const inHolidays = (date: Temporal.PlainDate) => calendar.covers(date) && calendar.schoolHoliday(date) !== null;
  const found = samples.filter(({ date, wall }) => inClass(date) && inHolidays(dayEnded(wall).date));
  return found.length === 0
    ? null
    : typeset(
        `${which} tombe pendant les vacances scolaires ${times(found)} : rappelez-le aux familles avant la rentrée.`,
      );
}

function changedClock(which: string, samples: readonly Sample[], { zone }: DeadlineContext): string | null {
  const found = samples.find(({ wall }) => isDoubledOrSkipped(wall, zone));
  return found
    ? typeset(
        `${which} tombe la nuit du changement d’heure, à une heure qui existe deux fois ou pas du tout (${hourWords(found.wall.at)}, le ${longDate(found.wall.date)}) : choisissez une autre heure.`,
      )
    : null;
}

function isDoubledOrSkipped({ date, at }: WallMoment, zone: string): boolean {
  if (at === '24:00') return false;
  const clock = date.toPlainDateTime(at);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    clock.toZonedDateTime(zone, { disambiguation }),
  );
  return !earlier!.toInstant().equals(later!.toInstant());
}

function endsBeforeTheYear(which: string, deadline: Deadline, { dates, context }: SampledService): string | null {
  const compiled = compileDeadline(deadline, context);
  const first = dates[0];
  if (!first) return null;
  const year = schoolYearOf(first);
  const missing = dates.find((date) => spanHolds(schoolYearSpan(year), date) && isMissing(date));
  return missing
    ? typeset(
        `${which} n’est pas donné pour le ${plainDate(missing)} : complétez la liste jusqu’à la fin de l’année scolaire ${year}.`,
      )
    : null;

  function isMissing(date: Temporal.PlainDate): boolean {
    try {
      compiled.closesAt(date);
      return false;
    } catch (error) {
      return error instanceof DeadlineNotDefined;
    }
  }
}

/** « 3 fois, par exemple le dimanche 29 novembre 2026 pour le lundi 30 novembre 2026 ». */
function times(found: readonly Sample[]): string {
  const { date, wall } = found[0]!;
  const example = `le ${longDate(dayEnded(wall).date)} pour le ${longDate(date)}`;
  return found.length === 1 ? `(${example})` : `${counted(found.length, 'fois', 'fois')}, par exemple ${example}`;
}
