import { leavesOf } from './leaves.js';
import type { Tariff } from './tariff.js';

/** Whether the three prices of a day are all there is to know: no hours, no forfait, nothing that counts events. */
export function isToldBeforehand(tariff: Tariff): boolean {
  return leavesOf(tariff).every(({ forfait, stay, options }) => {
    const { latePickup, prices } = options;
    const counters = [prices?.unplanned?.counter, prices?.unjustifiedAbsence?.counter];
    return !forfait && !stay && !latePickup && counters.every((counter) => counter === undefined);
  });
}
