import type { Edge } from './day-words.js';
import { type Weekday, WEEKDAYS } from '../../../kernel/civil-time.js';
import { enumeration, typeset, weekdayName } from '../../../kernel/french.js';
import { groupedBy } from '../../../kernel/lists.js';
import type { Deadline, DeadlineOperation } from './deadline.js';
import { formOf } from './forms.js';
import { POSSIBLE } from './operation-words.js';

const CLOSED_DAY = ' (ou le dernier jour ouvré qui précède, si ce jour est férié, fermé ou tombe un week-end)';

/** The rule in one French sentence, the only text of it that families read. */
export function deadlineSentence(deadline: Deadline, operation: DeadlineOperation): string {
  return typeset(`${POSSIBLE[operation]} ${deadlinePhrase(deadline)}.`);
}

/**
 * « jusqu’à la veille, avant 9 h 00 »; weekdays that share a limit are told together: « pour le lundi et le mardi :
 * jusqu’… ; pour le jeudi : jusqu’… ». Ordinary spaces: the whole sentence is to be typeset.
 */
export function deadlinePhrase(deadline: Deadline): string {
  const told = WEEKDAYS.filter((weekday) => named(deadline).has(weekday)).flatMap((weekday) => {
    const rule = onWeekday(deadline, weekday);
    return rule ? [{ weekday, phrase: window(rule) }] : [];
  });
  if (told.length === 0) return window(deadline);
  const groups = [...groupedBy(told, ({ phrase }) => phrase)];
  if (groups.length === 1) return groups[0]![0];
  return groups
    .map(([phrase, days]) => `pour ${enumeration(days.map(({ weekday }) => `le ${weekdayName(weekday)}`))} : ${phrase}`)
    .join(' ; ');
}

/** « à partir du … et jusqu’au … ». */
function window({ opensAt, ...deadline }: Deadline): string {
  const until = edgePhrase(deadline, 'UNTIL');
  if (!opensAt) return until;
  return `${edgePhrase(opensAt, 'FROM')}${deadline.type === 'NONE' ? ', ' : ' et '}${until}`;
}

function edgePhrase(deadline: Deadline, edge: Edge): string {
  const phrase = formOf(deadline.type).phrase(deadline, edge, edgePhrase);
  return deadline.ifOnClosedDay === 'PREVIOUS_OPEN_DAY' ? phrase + CLOSED_DAY : phrase;
}

/** The weekdays that a rule names one by one, anywhere in it. */
function named(deadline: Deadline): Set<Weekday> {
  const own = deadline.type === 'BATCH' ? WEEKDAYS.filter((weekday) => deadline.perWeekday[weekday]) : [];
  const parts = (formOf(deadline.type).parts?.(deadline) ?? []).map(({ part }) => part);
  return new Set([
    ...own,
    ...[...parts, ...(deadline.opensAt ? [deadline.opensAt] : [])].flatMap((part) => [...named(part)]),
  ]);
}

/** What a rule says on one day of the week, without the rules of other days; null when it says nothing then. */
function onWeekday(deadline: Deadline, weekday: Weekday): Deadline | null {
  const { ifOnClosedDay, opensAt } = deadline;
  const form = formOf(deadline.type);
  const rule = form.onWeekday ? form.onWeekday(deadline, weekday, (part) => onWeekday(part, weekday)) : deadline;
  const opening = opensAt && onWeekday(opensAt, weekday);
  return (
    rule && {
      ...rule,
      ...(ifOnClosedDay === 'PREVIOUS_OPEN_DAY' && { ifOnClosedDay }),
      ...(opening && { opensAt: opening }),
    }
  );
}
