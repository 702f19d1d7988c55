import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api/client';
import { type TypicalWeek, wantedSpans } from './typical-week';

type AddedSpan = Schemas['AddedSpanDto'];

export interface AddedWeek {
  readonly added: number;
  readonly leftOut: number;
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
        counts: answers.flatMap(({ byChildAndPrestation }) => byChildAndPrestation),
        reasons: answers.flatMap(({ reasons }) => reasons),
        stopped,
      };
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
}
