import { describe, expect, it } from '@jest/globals';
import { Temporal, weekdayOf } from '../kernel/civil-time.js';
import { publicHolidays, schoolHolidays } from './load-calendars.js';
import { HOLIDAY_TERRITORIES, SCHOOL_ZONES, type SchoolZone } from './rules/holidays.js';

const date = (text: string) => Temporal.PlainDate.from(text);

/** Easter Sunday by the epact method (Clavius, as in the Roman breviary). */
function easter(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = (year % 19) + 1;
  const lostLeapDays = Math.floor((3 * (century + 1)) / 4) - 12;
  const moonCorrection = Math.floor((8 * (century + 1) + 5) / 25) - 5;
  let epact = (11 * golden + 20 + moonCorrection - lostLeapDays) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const paschalMoon = new Temporal.PlainDate(year, 3, 1).add({ days: fullMoon - 1 });
  return paschalMoon.add({ days: 7 - (paschalMoon.dayOfWeek % 7) });
}

describe('public holidays', () => {
  const metropole = publicHolidays('metropole');
  const years = Array.from({ length: metropole.lastYear - metropole.firstYear + 1 }, (_, i) => metropole.firstYear + i);

  it('reach from 2022 to 2030 at least', () => {
    expect(metropole.firstYear).toBeLessThanOrEqual(2022);
    expect(metropole.lastYear).toBeGreaterThanOrEqual(2030);
  });

  it.each(years)('in %i are the eleven of the Code du travail, the moving ones counted from Easter', (year) => {
    const expected = new Map([
      [`${year}-01-01`, 'Jour de l’An'],
      [easter(year).add({ days: 1 }).toString(), 'Lundi de Pâques'],
      [`${year}-05-01`, 'Fête du Travail'],
      [`${year}-05-08`, 'Victoire de 1945'],
      [easter(year).add({ days: 39 }).toString(), 'Ascension'],
      [easter(year).add({ days: 50 }).toString(), 'Lundi de Pentecôte'],
      [`${year}-07-14`, 'Fête nationale'],
      [`${year}-08-15`, 'Assomption'],
      [`${year}-11-01`, 'Toussaint'],
      [`${year}-11-11`, 'Armistice de 1918'],
      [`${year}-12-25`, 'Noël'],
    ]);
    expect(new Map([...metropole.names].filter(([day]) => day.startsWith(`${year}-`)))).toEqual(expected);
  });

  it.each([
    ['alsace-moselle', (year: number) => [easter(year).subtract({ days: 2 }).toString(), `${year}-12-26`]],
    ['guadeloupe', (year: number) => [`${year}-05-27`]],
    ['martinique', (year: number) => [`${year}-05-22`]],
    ['guyane', (year: number) => [`${year}-06-10`]],
    ['reunion', (year: number) => [`${year}-12-20`]],
    ['mayotte', (year: number) => [`${year}-04-27`]],
    ['saint-martin', (year: number) => [`${year}-05-28`]],
    ['saint-barthelemy', (year: number) => [`${year}-10-09`]],
    ['nouvelle-caledonie', (year: number) => [`${year}-09-24`]],
    [
      'polynesie-francaise',
      (year: number) => [
        `${year}-03-05`,
        easter(year).subtract({ days: 2 }).toString(),
        year < 2025 ? `${year}-06-29` : `${year}-11-20`,
      ],
    ],
    ['wallis-et-futuna', (year: number) => [`${year}-04-28`, `${year}-06-29`, `${year}-07-29`]],
    ['saint-pierre-et-miquelon', () => []],
  ] as const)('%s adds its own dates every year and loses no national one', (territory, own) => {
    const expected = new Set([...metropole.names.keys(), ...years.flatMap((year) => own(year) as readonly string[])]);
    expect(new Set(publicHolidays(territory).names.keys())).toEqual(expected);
  });

  it('keep both names when two fall on one day', () => {
    expect(publicHolidays('guyane').names.get('2030-06-10')).toBe('Lundi de Pentecôte et abolition de l’esclavage');
    expect(publicHolidays('martinique').names.get('2031-05-22')).toBe('Ascension et abolition de l’esclavage');
  });

  it.each(HOLIDAY_TERRITORIES)('of %s are real dates with a French name', (territory) => {
    for (const [day, name] of publicHolidays(territory).names) {
      expect(date(day).toString()).toBe(day);
      expect(name).toMatch(/^\p{Lu}/u);
    }
  });

  it.each([
    ['metropole', '2026-04-06', 'Lundi de Pâques'],
    ['metropole', '2026-05-14', 'Ascension'],
    ['metropole', '2026-05-25', 'Lundi de Pentecôte'],
    ['metropole', '2026-11-11', 'Armistice de 1918'],
    ['metropole', '2027-03-29', 'Lundi de Pâques'],
    ['metropole', '2027-05-06', 'Ascension'],
    ['metropole', '2027-05-17', 'Lundi de Pentecôte'],
    ['metropole', '2027-03-26', undefined],
    ['alsace-moselle', '2027-03-26', 'Vendredi saint'],
    ['alsace-moselle', '2026-12-26', 'Deuxième jour de Noël'],
    ['reunion', '2026-12-20', 'Abolition de l’esclavage'],
  ] as const)('%s, %s: %s', (territory, day, name) => {
    expect(publicHolidays(territory).names.get(day)).toBe(name);
  });
});

describe('school holidays', () => {
  it.each(SCHOOL_ZONES)('of zone %s are known for 2025-2026 and 2026-2027', (zone) => {
    expect(schoolHolidays(zone).coveredSchoolYears).toEqual(expect.arrayContaining(['2025-2026', '2026-2027']));
  });

  it.each(SCHOOL_ZONES)('of zone %s follow one another and leave class between them', (zone) => {
    const { holidays } = schoolHolidays(zone);
    holidays.forEach(({ from, resumes }, index) => {
      expect(Temporal.PlainDate.compare(from, resumes)).toBeLessThan(0);
      const next = holidays[index + 1];
      if (next) expect(Temporal.PlainDate.compare(resumes, next.from)).toBeLessThan(0);
    });
  });

  it.each(SCHOOL_ZONES)('of zone %s start on a Saturday, last sixteen days and end on a Monday', (zone) => {
    const { names } = publicHolidays('metropole');
    const twoWeeks = /Toussaint|Noël|hiver|printemps/;
    for (const { name, from, resumes } of schoolHolidays(zone).holidays.filter((holiday) =>
      twoWeeks.test(holiday.name),
    )) {
      expect([name, weekdayOf(from)]).toEqual([name, 'SA']);
      const monday = weekdayOf(resumes) === 'MO' ? resumes : resumes.subtract({ days: 1 });
      expect([name, weekdayOf(monday), from.until(monday).days]).toEqual([name, 'MO', 16]);
      if (!monday.equals(resumes)) expect(names.get(monday.toString())).toBe('Lundi de Pâques');
    }
  });

  it.each(SCHOOL_ZONES)('of zone %s bridge from Ascension Thursday to the Monday, in each year', (zone) => {
    const { holidays, coveredSchoolYears } = schoolHolidays(zone);
    const bridges = holidays.filter(({ name }) => name === 'Pont de l’Ascension');
    expect(bridges).toHaveLength(coveredSchoolYears.length);
    for (const { from, resumes } of bridges) {
      expect(publicHolidays('metropole').names.get(from.subtract({ days: 1 }).toString())).toBe('Ascension');
      expect(resumes.toString()).toBe(from.add({ days: 3 }).toString());
    }
  });

  it('give each zone its own winter and spring, one week apart', () => {
    for (const season of ['Vacances d’hiver', 'Vacances de printemps'])
      for (const year of [2025, 2026, 2027]) {
        const starts = SCHOOL_ZONES.map(
          (zone) => schoolHolidays(zone).holidays.find(({ name, from }) => name === season && from.year === year)!.from,
        ).sort((a, b) => Temporal.PlainDate.compare(a, b));
        expect(starts.slice(1).map((start, index) => starts[index]!.until(start).days)).toEqual([7, 7]);
      }
  });

  const known: [SchoolZone, string, string, string][] = [
    ['A', 'Vacances d’été', '2025-07-05', '2025-09-01'],
    ['A', 'Vacances de la Toussaint', '2025-10-18', '2025-11-03'],
    ['B', 'Vacances de Noël', '2025-12-20', '2026-01-05'],
    ['A', 'Vacances d’hiver', '2026-02-07', '2026-02-23'],
    ['B', 'Vacances d’hiver', '2026-02-14', '2026-03-02'],
    ['C', 'Vacances d’hiver', '2026-02-21', '2026-03-09'],
    ['A', 'Vacances de printemps', '2026-04-04', '2026-04-20'],
    ['B', 'Vacances de printemps', '2026-04-11', '2026-04-27'],
    ['C', 'Vacances de printemps', '2026-04-18', '2026-05-04'],
    ['C', 'Pont de l’Ascension', '2026-05-15', '2026-05-18'],
    ['B', 'Vacances d’été', '2026-07-04', '2026-09-01'],
    ['A', 'Vacances de la Toussaint', '2026-10-17', '2026-11-02'],
    ['C', 'Vacances de Noël', '2026-12-19', '2027-01-04'],
    ['A', 'Vacances d’hiver', '2027-02-13', '2027-03-01'],
    ['B', 'Vacances d’hiver', '2027-02-20', '2027-03-08'],
    ['C', 'Vacances d’hiver', '2027-02-06', '2027-02-22'],
    ['A', 'Vacances de printemps', '2027-04-10', '2027-04-26'],
    ['B', 'Vacances de printemps', '2027-04-17', '2027-05-03'],
    ['C', 'Vacances de printemps', '2027-04-03', '2027-04-19'],
    ['A', 'Pont de l’Ascension', '2027-05-07', '2027-05-10'],
  ];
  it.each(known)('zone %s, %s: from %s, class resumes on %s', (zone, name, from, resumes) => {
    const holidays = schoolHolidays(zone).holidays.map((holiday) => [
      holiday.name,
      holiday.from.toString(),
      holiday.resumes.toString(),
    ]);
    expect(holidays).toContainEqual([name, from, resumes]);
  });
});
