import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type CalendarDay, calendarText } from './calendar-text.js';

const at = (text: string) => Temporal.Instant.from(text);
const OF = { childId: 12, firstName: 'Léa', zone: 'Europe/Paris', host: 'famille.exemple.fr' };
const day = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  sessionId: 4,
  date: Temporal.PlainDate.from('2026-11-05'),
  prestationName: 'Cantine',
  siteName: 'École Jules-Ferry',
  startsAt: null,
  endsAt: null,
  bookedAt: at('2026-10-01T08:00:00Z'),
  cancelledAt: null,
  absences: [],
  ...more,
});
const NBSP = '\u00a0';

/** The events, each as its properties; folded lines in one piece again. */
function eventsOf(text: string): Record<string, string>[] {
  const [, ...events] = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n');
  return events.map((event) =>
    Object.fromEntries(
      event
        .split('END:VEVENT')[0]!
        .trim()
        .split('\r\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
    ),
  );
}

describe('the calendar of a child', () => {
  it('says where the child is, the whole day where the prestation has no hours', () => {
    const text = calendarText([day()], OF);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(eventsOf(text)).toEqual([
      expect.objectContaining({
        UID: 'accueil-4-12@famille.exemple.fr',
        'DTSTART;VALUE=DATE': '20261105',
        'DTEND;VALUE=DATE': '20261106',
        DTSTAMP: '20261001T080000Z',
        'LAST-MODIFIED': '20261001T080000Z',
        SUMMARY: `Léa${NBSP}: Cantine`,
        LOCATION: 'École Jules-Ferry',
        STATUS: 'CONFIRMED',
        SEQUENCE: '0',
        TRANSP: 'TRANSPARENT',
      }),
    ]);
  });

  const hours = { startsAt: '16:30', endsAt: '18:00' };
  it.each([
    ['in winter', '2026-11-05', 'Europe/Paris', '20261105T153000Z', '20261105T170000Z'],
    ['in summer', '2027-06-03', 'Europe/Paris', '20270603T143000Z', '20270603T160000Z'],
    ['over the sea', '2026-11-05', 'America/Martinique', '20261105T203000Z', '20261105T220000Z'],
  ])('keeps the hours of the commune %s', (_, date, zone, start, end) => {
    const text = calendarText([day({ ...hours, date: Temporal.PlainDate.from(date) })], { ...OF, zone });
    expect(eventsOf(text)[0]).toMatchObject({ DTSTART: start, DTEND: end });
  });

  const cancelledAt = at('2026-10-20T08:00:00Z');
  const absence = { declaredAt: at('2026-10-30T08:00:00Z'), withdrawnAt: null };
  const withdrawn = { ...absence, withdrawnAt: at('2026-10-31T08:00:00Z') };
  const again = day({ bookedAt: at('2026-10-21T08:00:00Z') });
  it.each([
    ['reserved', [day()], 'CONFIRMED', '0', '20261001T080000Z'],
    ['given up', [day({ cancelledAt })], 'CANCELLED', '1', '20261020T080000Z'],
    ['reserved again', [day({ cancelledAt }), again], 'CONFIRMED', '2', '20261021T080000Z'],
    ['given up again', [day({ cancelledAt }), { ...again, cancelledAt }], 'CANCELLED', '3', '20261020T080000Z'],
    ['absent', [day({ absences: [absence] })], 'CANCELLED', '1', '20261030T080000Z'],
    ['absent no more', [day({ absences: [withdrawn] })], 'CONFIRMED', '2', '20261031T080000Z'],
    [
      'absent again',
      [day({ absences: [withdrawn, { ...absence, declaredAt: at('2026-11-01T08:00:00Z') }] })],
      'CANCELLED',
      '3',
      '20261101T080000Z',
    ],
    ['absent, then given up', [day({ cancelledAt, absences: [absence] })], 'CANCELLED', '2', '20261030T080000Z'],
    [
      'said absent before it was reserved',
      [day({ absences: [{ ...absence, declaredAt: at('2026-09-01T08:00:00Z') }] })],
      'CANCELLED',
      '1',
      '20261001T080000Z',
    ],
  ])('is one event whose sequence grows: %s', (_, days, status, sequence, changed) => {
    const events = eventsOf(calendarText(days, OF));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ STATUS: status, SEQUENCE: sequence, 'LAST-MODIFIED': changed });
  });

  it('keeps text that looks like the format as text, in lines of 75 octets at most', () => {
    const prestationName = `Étude ; groupe A, B \\ C\nBEGIN:VEVENT ${'é'.repeat(40)}`;
    const text = calendarText([day({ prestationName })], OF);
    expect(eventsOf(text)).toHaveLength(1);
    expect(eventsOf(text)[0]!.SUMMARY).toMatch(/\\; groupe A\\, B \\\\ C\\nBEGIN:VEVENT é{40}$/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is the same text for the same days, so that a calendar is told that nothing changed', () => {
    expect(calendarText([day(), day({ sessionId: 5 })], OF)).toBe(calendarText([day(), day({ sessionId: 5 })], OF));
  });
});
