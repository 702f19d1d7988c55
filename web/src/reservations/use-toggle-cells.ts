import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type Cell, type Planning } from './queries';
import { wordsOf } from './cell-words';

/** A day of a child in a session: what a cell stands for. */
export interface Place {
  readonly childId: number;
  readonly prestationId: number;
  readonly cell: Cell;
}

export interface Toggled {
  readonly added: number;
  readonly takenBack: number;
  /** What could not be added, in the words of the service. */
  readonly leftOut: readonly string[];
}

/**
 * Puts free days in the basket, or takes days out of it: the cell changes at once, and goes back where the service says
 * otherwise. Days that are neither are left as they are.
 */
export function useToggleCells(familyId: number, planningKey: readonly unknown[]) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['family', familyId, 'basket', 'toggle'],
    mutationFn: async (places: readonly Place[]): Promise<Toggled> => {
      const wanted = places.filter(({ cell }) => wordsOf(cell).act === 'add');
      const unwanted = places.filter(({ cell }) => wordsOf(cell).act === 'take-back');
      const added = wanted.length > 0 ? await add(familyId, wanted) : { added: [], leftOut: [] };
      for (const { cell } of unwanted) await takeBack(familyId, cell.basketLineId!);
      return {
        added: added.added.length,
        takenBack: unwanted.length,
        leftOut: added.leftOut.map(({ refusal }) => refusal.detail),
      };
    },
    onMutate: async (places) => {
      await client.cancelQueries({ queryKey: planningKey });
      const before = client.getQueryData<Planning>(planningKey);
      if (before) client.setQueryData(planningKey, turned(before, places));
      return before;
    },
    onError: (_error, _places, before) => {
      if (before) client.setQueryData(planningKey, before);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: planningKey });
      void client.invalidateQueries({ queryKey: ['family', familyId, 'basket'] });
    },
  });
}

function add(familyId: number, places: readonly Place[]) {
  const lines = places.map(({ childId, cell }) => ({ sessionId: cell.sessionId!, childId }));
  return answered(
    api.POST('/api/v1/families/{familyId}/basket/lines', { params: { path: { familyId } }, body: { lines } }),
  );
}

function takeBack(familyId: number, lineId: number) {
  return answered(
    api.DELETE('/api/v1/families/{familyId}/basket/lines/{lineId}', { params: { path: { familyId, lineId } } }),
  );
}

function turned(planning: Planning, places: readonly Place[]): Planning {
  const keys = new Set(places.map(({ childId, cell }) => `${childId}:${cell.sessionId}`));
  return {
    ...planning,
    children: planning.children.map((child) => ({
      ...child,
      rows: child.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (keys.has(`${child.childId}:${cell.sessionId}`) ? turnedCell(cell) : cell)),
      })),
    })),
  };
}

function turnedCell(cell: Cell): Cell {
  const { act } = wordsOf(cell);
  if (act === 'add') return { ...cell, state: 'IN_BASKET' };
  return act === 'take-back' ? { ...cell, state: 'BOOKABLE', basketLineId: null } : cell;
}
