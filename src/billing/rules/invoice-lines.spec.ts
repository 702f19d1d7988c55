import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { type ChargeToShow, invoiceChildren } from './invoice-lines.js';

const prices = { unitCents: 305, unplannedCents: 500, unjustifiedAbsenceCents: 305 };

function meal(date: string, about: Partial<ChargeToShow> = {}, promisedOn = '2026-09-01'): ChargeToShow {
  const event = about.event ?? 'UNIT';
  const cents = about.cents ?? 305;
  return {
    childId: 1,
    childName: 'Zoé DURAND',
    prestationId: 7,
    prestation: 'Cantine',
    kind: 'CANTEEN',
    date: Temporal.PlainDate.from(date),
    event,
    cents,
    careCents: null,
    label: `Cantine, ${date}`,
    reason: 'RESERVED_AND_PRESENT',
    steps: [
      { step: 'QUOTIENT', quotient: 64_250 },
      { step: 'ROW', label: 'B', quotientMin: 60_000, quotientMax: 80_000, prices },
      { step: 'PROMISED', on: promisedOn },
      { step: 'PRICE', event, cents },
    ],
    ...about,
  };
}

describe('the lines of an invoice', () => {
  it('tell together the days that cost the same for the same reason, whenever each was promised', () => {
    const [zoe] = invoiceChildren([
      meal('2026-09-04', {}, '2026-09-02'),
      meal('2026-09-01'),
      meal('2026-09-03', { event: 'UNPLANNED', cents: 500 }),
    ]);
    expect(zoe!.cents).toBe(1110);
    expect(zoe!.groups.map(({ event, unitCents, cents, dates }) => [event, unitCents, cents, dates])).toEqual([
      ['UNIT', 305, 610, ['2026-09-01', '2026-09-04']],
      ['UNPLANNED', 500, 500, ['2026-09-03']],
    ]);
    expect(zoe!.groups[0]!.why).toBe('Quotient familial 642,5\u00a0: tranche B');
  });

  it('tell the care in what they charge, where the tariff does', () => {
    const [zoe] = invoiceChildren([
      meal('2026-09-01', { careCents: 105 }),
      meal('2026-09-02', { careCents: 105 }),
      meal('2026-09-03', { prestationId: 8, prestation: 'Étude' }),
    ]);
    expect(zoe!.careCents).toBe(210);
    expect(zoe!.groups.map(({ prestation, careCents }) => [prestation, careCents])).toEqual([
      ['Cantine', 210],
      ['Étude', null],
    ]);
    expect(zoe!.lines.map(({ careCents }) => careCents)).toEqual([105, 105, null]);
  });

  it('keep the whole reasoning of each day', () => {
    const [zoe] = invoiceChildren([meal('2026-09-01')]);
    expect(zoe!.lines[0]).toMatchObject({ date: '2026-09-01', reason: 'réservé et présent' });
    expect(zoe!.lines[0]!.explanation).toContain('prix promis à la réservation, le 1er septembre 2026');
  });

  it('tell a day of carence apart, and why an announced absence is due', () => {
    const carence = 'Jour de carence (1 sur 2) : il est facturé.';
    const refused = 'Aucun justificatif reçu : l’absence est facturée.';
    const [zoe] = invoiceChildren([
      meal('2026-09-01'),
      meal('2026-09-03', { reason: 'ABSENCE_CARENCE', absence: carence }),
      meal('2026-09-04', { event: 'UNJUSTIFIED_ABSENCE', reason: 'ABSENCE_UNJUSTIFIED', absence: refused }),
    ]);
    expect(zoe!.groups.map(({ dates, why }) => [dates, why])).toEqual([
      [['2026-09-01'], 'Quotient familial 642,5\u00a0: tranche B'],
      [['2026-09-03'], 'Jour de carence (1 sur 2) : il est facturé · Quotient familial 642,5\u00a0: tranche B'],
      [['2026-09-04'], 'Aucun justificatif reçu : l’absence est facturée · Quotient familial 642,5\u00a0: tranche B'],
    ]);
    expect(zoe!.lines.map(({ reason }) => reason)).toEqual([
      'réservé et présent',
      carence,
      `absence non justifiée · ${refused}`,
    ]);
  });

  it('go child by child in the order of names', () => {
    const children = invoiceChildren([
      meal('2026-09-01'),
      meal('2026-09-01', { childId: 2, childName: 'Élise DURAND', prestation: 'Garderie', prestationId: 8 }),
    ]);
    expect(children.map(({ name, cents }) => [name, cents])).toEqual([
      ['Élise DURAND', 305],
      ['Zoé DURAND', 305],
    ]);
  });
});
