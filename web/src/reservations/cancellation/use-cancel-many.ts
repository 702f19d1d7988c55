import { answered, api, type Schemas } from '../../api/client';
import { useAct } from '../day/use-act';

export interface GivenUp {
  readonly cancelled: number;
  /** What had been paid and is held for the family, in cents. */
  readonly creditedCents: number;
  readonly refused: Schemas['CancellationsDto']['refused'];
}

/** The service takes so many at once. */
const AT_ONCE = 200;

/** Gives days up, line by line: one that is refused does not lose the others. */
export function useCancelMany(familyId: number, reservationIds: readonly number[], onDone: () => void) {
  return useAct<GivenUp>(
    familyId,
    async (key) => {
      let given: GivenUp = { cancelled: 0, creditedCents: 0, refused: [] };
      for (let at = 0; at < reservationIds.length; at += AT_ONCE) {
        const { cancelled, creditedCents, refused } = await answered(
          api.POST('/api/v1/families/{familyId}/reservations/cancellations', {
            params: { path: { familyId }, header: { 'Idempotency-Key': `${key}:${at}` } },
            body: { reservationIds: reservationIds.slice(at, at + AT_ONCE), terms: null },
          }),
        );
        given = {
          cancelled: given.cancelled + cancelled.length,
          creditedCents: given.creditedCents + creditedCents,
          refused: [...given.refused, ...refused],
        };
      }
      return given;
    },
    onDone,
  );
}
