import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { placeVersion, versionOn } from './versions.js';

const date = (text: string) => Temporal.PlainDate.from(text);
const version = (name: string, from: string, to: string | null) => ({
  name,
  fromDate: date(from),
  toDate: to === null ? null : date(to),
});
const LAST_YEAR = version('last year', '2025-09-01', '2026-08-31');
const NOW = version('now', '2026-09-01', null);

describe('dated versions', () => {
  it.each([
    ['2025-08-31', null],
    ['2025-09-01', 'last year'],
    ['2026-08-31', 'last year'],
    ['2026-09-01', 'now'],
    ['2030-01-01', 'now'],
  ])('on %s: %s', (day, name) => expect(versionOn([LAST_YEAR, NOW], date(day))?.name ?? null).toBe(name));

  it.each([
    ['2026-01-01', null, true, 'overlaps last year'],
    ['2026-11-01', null, false, 'overlaps now'],
    ['2026-11-01', null, true, 'closes now on 2026-10-31'],
    ['2026-09-01', null, true, 'overlaps now'],
    ['2026-11-01', '2026-12-31', true, 'overlaps now'],
    ['2025-01-01', '2025-08-31', false, 'fits'],
    ['2025-01-01', '2025-09-01', false, 'overlaps last year'],
  ])('a version from %s to %s (replacing: %s) %s', (from, to, replace, outcome) => {
    const placed = placeVersion([NOW, LAST_YEAR], { from: date(from), to: to === null ? null : date(to) }, replace);
    const said = !placed.fits
      ? `overlaps ${placed.overlaps.name}`
      : placed.closes
        ? `closes ${placed.closes.name} on ${placed.on!.toString()}`
        : 'fits';
    expect(said).toBe(outcome);
  });
});
