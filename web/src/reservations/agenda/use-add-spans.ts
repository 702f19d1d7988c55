import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api/client';
import { type TypicalWeek, wantedSpans } from './typical-week';

type AddedSpan = Schemas['AddedSpanDto'];

export interface AddedWeek {
  readonly added: number;
  readonly leftOut: number;
  /** What was put in the basket, to take it back. */
  readonly lineIds: readonly number[];
  readonly counts: AddedSpan['byChildAndPrestation'];
  readonly reasons: AddedSpan['reasons'];
  /** Why the rest was not even tried; what came before it is in the basket. */
  readonly stopped: unknown;
}

export interface Wanted {
  readonly week: TypicalWeek;
  readonly from: string;
  readonly to: string;
}

/** Puts a typical week in the basket over a span, and answers all that came of it: nothing is lost on the way. */
export function useAddSpans(familyId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ week, from, to }: Wanted): Promise<AddedWeek> => {
      const answers: AddedSpan[] = [];
      let stopped: unknown = null;
      for (const { childIds, prestationId, weekdays } of wantedSpans(week)) {
        try {
          answers.push(
            await answered(
              api.POST('/api/v1/families/{familyId}/basket/spans', {
                params: { path: { familyId } },
                body: { childIds, prestationIds: [prestationId], from, to, weekdays },
              }),
            ),
          );
        } catch (error) {
          if (answers.length === 0) throw error;
          stopped = error;
          break;
        }
      }
      return {
        added: answers.reduce((sum, { added }) => sum + added, 0),
        leftOut: answers.reduce((sum, { leftOut }) => sum + leftOut, 0),
        lineIds: answers.flatMap(({ lineIds }) => lineIds),
        counts: answers.flatMap(({ byChildAndPrestation }) => byChildAndPrestation),
        reasons: answers.flatMap(({ reasons }) => reasons),
        stopped,
      };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
}

/** The service takes so many lines back at once. */
const AT_ONCE = 500;

/** Takes back what a typical week put in the basket; what left it meanwhile is left alone. */
export function useTakeBack(familyId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (lineIds: readonly number[]) => {
      for (let at = 0; at < lineIds.length; at += AT_ONCE)
        await answered(
          api.POST('/api/v1/families/{familyId}/basket/removals', {
            params: { path: { familyId } },
            body: { lineIds: lineIds.slice(at, at + AT_ONCE) },
          }),
        );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
}
