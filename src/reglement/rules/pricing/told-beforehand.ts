import { leavesOf } from './leaves.js';
import type { Tariff } from './tariff.js';

/** Whether the price of a day that is booked is known when it is: no hours, no forfait. */
export function isUnitToldBeforehand(tariff: Tariff): boolean {
  return leavesOf(tariff).every(({ forfait, stay, options }) => !forfait && !stay && !options.latePickup);
}

/** Whether the three prices of a day are all there is to know: no hours, no forfait, nothing that counts events. */
export function isToldBeforehand(tariff: Tariff): boolean {
  const counts = leavesOf(tariff).some(
    ({ options: { prices } }) => prices?.unplanned?.counter || prices?.unjustifiedAbsence?.counter,
  );
  return !counts && isUnitToldBeforehand(tariff);
}
