import { Temporal } from '../../kernel/civil-time.js';

/**
 * True on the days on which banks settle in euros (T2, once TARGET): not on Saturday, Sunday, 1 January, Good Friday,
 * Easter Monday, 1 May, 25 and 26 December, whatever a country closes besides (ECB, « T2 operating days »).
 */
export function isSettlementDay(date: Temporal.PlainDate): boolean {
  if (date.dayOfWeek > 5) return false;
  if (['01-01', '05-01', '12-25', '12-26'].includes(date.toString().slice(5))) return false;
  const fromEaster = date.since(easter(date.year)).days;
  return fromEaster !== -2 && fromEaster !== 1;
}

/** The date itself when banks settle on it, else the first one after it on which they do. */
export function settlementDayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date;
  while (!isSettlementDay(day)) day = day.add({ days: 1 });
  return day;
}

/** The settlement day that is `count` settlement days before a date. */
export function settlementDaysBefore(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = day.subtract({ days: 1 });
    if (isSettlementDay(day)) left -= 1;
  }
  return day;
}

/** The Gregorian Easter Sunday (Meeus, Jones and Butcher). */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leaps = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (leaps + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const toSunday = moon - weekday;
  const month = 3 + Math.floor((toSunday + 40) / 44);
  return Temporal.PlainDate.from({ year, month, day: toSunday + 28 - 31 * Math.floor(month / 4) });
}
