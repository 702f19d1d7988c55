import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answered, api } from '../../api/client';
import { dayOfYear } from '../../words/dates';
import { wordsOf } from '../cell-words';
import type { Cell, Planning, PlanningRow } from '../queries';

/** A day of a child in a session: what a cell stands for. */
export interface Place {
  readonly childId: number;
  readonly firstName: string;
  readonly prestationId: number;
  readonly prestationName: string;
  readonly cell: Cell;
}

export interface Toggled {
  readonly added: number;
  readonly takenBack: number;
  /** What could not be added: whose, which day, and why in the words of the service. */
  readonly leftOut: readonly string[];
  /** Lines to take back, and days to add again, to undo it. */
  readonly undo: { readonly lineIds: readonly number[]; readonly places: readonly Place[] };
}

export interface Wish {
  readonly places: readonly Place[];
  /** Lines to take out of the basket beside these days: what an undo does. */
  readonly lineIds?: readonly number[];
}

/**
 * Puts free days in the basket, or takes days out of it: cells change at once, and go back where the service says
 * otherwise. Days that are neither are left as they are.
 */
export function useToggleCells(familyId: number, planningKey: readonly unknown[]) {
  const client = useQueryClient();
  const mutationKey = ['family', familyId, 'basket', 'toggle'];
  // Lines just added, by day: one may take a day back before the planning that names its line has come.
  const known = useRef(new Map<string, number>());
  return useMutation({
    mutationKey,
    // One after the other, as they were asked; each shows at once.
    scope: { id: mutationKey.join() },
    mutationFn: async ({ places, lineIds = [] }: Wish): Promise<Toggled> => {
      await drawn();
      const wanted = places.filter(({ cell }) => wordsOf(cell).act === 'add');
      const unwanted = places.filter(({ cell }) => wordsOf(cell).act === 'take-back');
      const out = [
        ...lineIds,
        ...unwanted.flatMap((place) => place.cell.basketLineId ?? known.current.get(keyOf(place)) ?? []),
      ];
      const { added, leftOut } = wanted.length > 0 ? await add(familyId, wanted) : { added: [], leftOut: [] };
      for (const { id, childId, sessionId } of added) known.current.set(`${childId}:${sessionId}`, id);
      if (out.length > 0) await takeOut(familyId, out);
      const named = new Map(wanted.map((place) => [keyOf(place), place]));
      return {
        added: added.length,
        takenBack: out.length,
        leftOut: leftOut.map(({ childId, sessionId, refusal }) => {
          const place = named.get(`${childId}:${sessionId}`);
          if (!place) return refusal.detail;
          return `${place.firstName}, ${place.prestationName}, ${dayOfYear(place.cell.date)} : ${refusal.detail}`;
        }),
        undo: {
          lineIds: added.map(({ id }) => id),
          places: unwanted.map((place) => ({ ...place, cell: turnedCell(place.cell) })),
        },
      };
    },
    onMutate: async ({ places, lineIds = [] }) => {
      await client.cancelQueries({ queryKey: planningKey });
      const before = client.getQueryData<Planning>(planningKey);
      if (before) client.setQueryData(planningKey, turned(before, places, new Set(lineIds)));
      return before;
    },
    onError: (_error, _wish, before) => {
      if (before) client.setQueryData(planningKey, before);
    },
    onSettled: () => {
      // What is read while another waits for its turn would show the days as they were before it.
      if (client.isMutating({ mutationKey }) > 1) return;
      void client.invalidateQueries({ queryKey: ['family', familyId, 'planning'] });
      void client.invalidateQueries({ queryKey: ['family', familyId, 'basket'] });
    },
  });
}

/** Once what was pressed shows: on a slow phone, asking first would keep one waiting for it. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // Nothing is drawn in a tab that one has left.
    setTimeout(resolve, 100);
  });
}

function add(familyId: number, places: readonly Place[]) {
  const lines = places.map(({ childId, cell }) => ({ sessionId: cell.sessionId!, childId }));
  return answered(
    api.POST('/api/v1/families/{familyId}/basket/lines', { params: { path: { familyId } }, body: { lines } }),
  );
}

function takeOut(familyId: number, lineIds: number[]) {
  return answered(
    api.POST('/api/v1/families/{familyId}/basket/removals', { params: { path: { familyId } }, body: { lineIds } }),
  );
}

/** Only the rows that change are made anew: the others are not drawn again. */
function turned(planning: Planning, places: readonly Place[], lineIds: ReadonlySet<number>): Planning {
  const keys = new Set(places.map(keyOf));
  const turns = (childId: number, cell: Cell) =>
    keys.has(`${childId}:${cell.sessionId}`) || (cell.basketLineId !== null && lineIds.has(cell.basketLineId));
  const turnedRow = (childId: number, row: PlanningRow): PlanningRow =>
    row.cells.some((cell) => turns(childId, cell))
      ? { ...row, cells: row.cells.map((cell) => (turns(childId, cell) ? turnedCell(cell) : cell)) }
      : row;
  return {
    ...planning,
    children: planning.children.map((child) => ({
      ...child,
      rows: child.rows.map((row) => turnedRow(child.childId, row)),
    })),
  };
}

function turnedCell(cell: Cell): Cell {
  const { act } = wordsOf(cell);
  if (act === 'add') return { ...cell, state: 'IN_BASKET' };
  return act === 'take-back' ? { ...cell, state: 'BOOKABLE', basketLineId: null } : cell;
}

function keyOf({ childId, cell }: Place): string {
  return `${childId}:${cell.sessionId}`;
}
