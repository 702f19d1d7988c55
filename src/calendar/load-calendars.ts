import { readFileSync } from 'node:fs';
import { Temporal } from '../kernel/civil-time.js';
import type { HolidayTerritory, PublicHolidays, SchoolHoliday, SchoolHolidays, SchoolZone } from './rules/holidays.js';
import { schoolYearSpan, type SchoolYear } from './rules/school-year.js';

interface SchoolHolidaysFile {
  readonly schoolYears: readonly {
    readonly schoolYear: SchoolYear;
    readonly rentree: string;
    readonly summerFrom: string;
    readonly holidays: readonly {
      readonly name: string;
      readonly zones: readonly SchoolZone[];
      readonly from: string;
      readonly resumes: string;
    }[];
  }[];
}

interface PublicHolidaysFile {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly national: Readonly<Record<string, string>>;
  readonly territories: Readonly<
    Record<HolidayTerritory, { readonly source: string; readonly dates: Readonly<Record<string, string>> }>
  >;
}

const SUMMER = 'Vacances d’été';

const readOnce = <Content>(file: string): (() => Content) => {
  let content: Content | undefined;
  return () =>
    // The official sources type straight apostrophes; families read these names.
    (content ??= JSON.parse(
      readFileSync(new URL(`../../config/calendars/${file}`, import.meta.url), 'utf8').replaceAll("'", '’'),
    ) as Content);
};
const schoolFile = readOnce<SchoolHolidaysFile>('school-holidays.json');
const publicFile = readOnce<PublicHolidaysFile>('public-holidays.json');

const oncePer = <Key, Value>(load: (key: Key) => Value): ((key: Key) => Value) => {
  const loaded = new Map<Key, Value>();
  return (key) => {
    if (!loaded.has(key)) loaded.set(key, load(key));
    return loaded.get(key)!;
  };
};

/** The school holidays of a zone, from `config/calendars/school-holidays.json`, which names its sources. */
export const schoolHolidays = oncePer((zone: SchoolZone): SchoolHolidays => {
  const holidays: SchoolHoliday[] = [];
  for (const year of schoolFile().schoolYears) {
    const { from: start, to: end } = schoolYearSpan(year.schoolYear);
    // The days of September before the rentrée still belong to the summer, but to the new school year.
    holidays.push({ name: SUMMER, from: start, resumes: Temporal.PlainDate.from(year.rentree) });
    for (const { name, zones, from, resumes } of year.holidays)
      if (zones.includes(zone))
        holidays.push({ name, from: Temporal.PlainDate.from(from), resumes: Temporal.PlainDate.from(resumes) });
    holidays.push({ name: SUMMER, from: Temporal.PlainDate.from(year.summerFrom), resumes: end.add({ days: 1 }) });
  }
  return {
    zone,
    coveredSchoolYears: schoolFile().schoolYears.map(({ schoolYear }) => schoolYear),
    holidays: joined(holidays),
  };
});

/** The public holidays of a territory, from `config/calendars/public-holidays.json`, which names its sources. */
export const publicHolidays = oncePer((territory: HolidayTerritory): PublicHolidays => {
  const { firstYear, lastYear, national, territories } = publicFile();
  const names = new Map(Object.entries(national));
  for (const [date, name] of Object.entries(territories[territory].dates)) {
    const same = names.get(date);
    names.set(date, same ? `${same} et ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name);
  }
  return { territory, firstYear, lastYear, names };
});

/** One summer is written at the end of a school year and at the start of the next: joins what touches, drops what is empty. */
function joined(holidays: readonly SchoolHoliday[]): SchoolHoliday[] {
  const result: SchoolHoliday[] = [];
  for (const holiday of holidays) {
    if (holiday.from.equals(holiday.resumes)) continue;
    const before = result.at(-1);
    if (before?.resumes.equals(holiday.from)) result[result.length - 1] = { ...before, resumes: holiday.resumes };
    else result.push(holiday);
  }
  return result;
}
