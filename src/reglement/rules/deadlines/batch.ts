import { type Weekday, WEEKDAYS, weekdayOf } from '../../../kernel/civil-time.js';
import { typeset, weekdayName } from '../../../kernel/french.js';
import type { Batch, Deadline } from './deadline.js';
import type { DeadlineForm } from './form.js';
import { isJsonObject } from './json-object.js';
import { DeadlineNotDefined, type MomentOf } from './wall-moment.js';

export const batch: DeadlineForm<Batch> = {
  choice: 'un délai pour chaque jour de la semaine',
  fields: ['perWeekday'],
  parse(json, field, reader) {
    const perWeekday: Partial<Record<Weekday, Deadline>> = {};
    const given = isJsonObject(json.perWeekday) ? json.perWeekday : {};
    if (Object.keys(given).length === 0)
      reader.errors.push({
        field: `${field}.perWeekday`,
        message: typeset('Donnez un délai pour chaque jour de service, par exemple { "MO": {…}, "TU": {…} }.'),
      });
    for (const [key, part] of Object.entries(given)) {
      const weekday = WEEKDAYS.find((known) => known === key);
      if (!weekday)
        reader.errors.push({
          field: `${field}.perWeekday.${key}`,
          message: 'Écrivez les jours de la semaine MO, TU, WE, TH, FR, SA et SU.',
        });
      else {
        const deadline = reader.part(part, `${field}.perWeekday.${weekday}`, 'WEEKDAY');
        if (deadline) perWeekday[weekday] = deadline;
      }
    }
    return { type: 'BATCH', perWeekday };
  },
  compile({ perWeekday }, context) {
    const moments = new Map<Weekday, MomentOf>();
    for (const weekday of WEEKDAYS) {
      const part = perWeekday[weekday];
      if (part) moments.set(weekday, context.part(part));
    }
    return (serviceDate) => {
      const weekday = weekdayOf(serviceDate);
      const moment = moments.get(weekday);
      if (!moment)
        throw new DeadlineNotDefined(
          serviceDate,
          `Ce délai ne dit rien du ${weekdayName(weekday)} : ajoutez ce jour, ou retirez cette date.`,
        );
      return moment(serviceDate);
    };
  },
  phrase: ({ perWeekday }, edge, parts) =>
    WEEKDAYS.flatMap((weekday) => {
      const part = perWeekday[weekday];
      return part ? [`pour le ${weekdayName(weekday)} : ${parts(part, edge)}`] : [];
    }).join(' ; '),
  onWeekday: ({ perWeekday }, weekday, parts) => {
    const part = perWeekday[weekday];
    return part ? parts(part) : null;
  },
  parts: ({ perWeekday }) =>
    WEEKDAYS.flatMap((weekday) => {
      const part = perWeekday[weekday];
      return part ? [{ path: `perWeekday.${weekday}`, part }] : [];
    }),
};
