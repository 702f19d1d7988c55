import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SendReminders } from '../../../src/reminders/index.js';
import { Debtors } from '../../support/debtors.js';

const STEPS = {
  firstMailDays: 7,
  secondMailDays: 21,
  letterDays: 35,
  transferDays: 60,
  leastCents: 0,
  helpContact: null,
};

describe('reminders at the same instant', () => {
  let commune: Debtors;
  beforeAll(async () => {
    commune = await Debtors.open('reminders-races');
    await (await commune.regisseur()).put(`${commune.path}/reminder-settings`, STEPS);
  });
  afterAll(() => commune.service.stop());

  it('several instances take each step once for each family', async () => {
    const families = await Promise.all(Array.from({ length: 12 }, () => commune.family([3000, 2000])));
    commune.service.clock.advance({ hours: 24 * 7 });
    const send = commune.service.app.get(SendReminders);
    const sent = await Promise.all([1, 2, 3, 4].map(() => send.all()));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(families.length);
    await commune.service.settle();
    for (const { email } of families) expect(await commune.subjects(email)).toHaveLength(1);
  });

  it('a payment comes before the reminder, or the reminder before the payment', async () => {
    const families = await Promise.all(
      Array.from({ length: 8 }, () => commune.family([3000], { dueOn: '2026-10-02' })),
    );
    const send = commune.service.app.get(SendReminders);
    await Promise.all([...families.map((family) => commune.pay(family, 3000)), send.all(), send.all()]);
    await commune.service.settle();
    commune.service.clock.advance({ hours: 24 * 60 });
    expect(await send.all()).toBe(12);
    for (const { email } of families) {
      const reminded = (await commune.subjects(email)).filter((subject) => subject?.includes('oubli'));
      expect(reminded.length).toBeLessThanOrEqual(1);
    }
  });
});
