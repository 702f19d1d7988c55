import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { type GridRow, placeAt, placesIn, type Range, rangeOf, type Spot } from './planning-rows';
import type { Place } from './use-toggle-cells';

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The day that has the focus is the one that Tab comes back to. */
export function keepStop(event: FocusEvent<HTMLElement>): void {
  const reached = event.target.closest<HTMLElement>('[data-spot]');
  if (!reached) return;
  for (const stop of event.currentTarget.querySelectorAll<HTMLElement>('[data-spot][tabindex="0"]')) stop.tabIndex = -1;
  reached.tabIndex = 0;
}

/**
 * One day, or many at once: dragged over with the mouse, or taken in with Shift and the arrows, a whole row with Shift
 * and the space bar; a press, or the space bar, then acts on all of them. Escape lets go. Page Up and Page Down ask for
 * the days before, or after.
 */
export function useRange(
  rows: readonly GridRow[],
  onPress: (place: Place) => void,
  onMany: (places: readonly Place[]) => void,
  onPage: (way: -1 | 1, spot: Spot) => void,
) {
  const [range, setRange] = useState<Range | null>(null);
  const anchor = useRef<Spot | null>(null);
  const dragging = useRef(false);
  const width = rows[0]?.row.cells.length ?? 0;

  function apply(): void {
    if (range && anchor.current) onMany(placesIn(rows, range, anchor.current));
    setRange(null);
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const spot = spotOf(event.target);
    if (event.pointerType !== 'mouse' || event.button !== 0 || !spot) return;
    anchor.current = spot;
    dragging.current = true;
    setRange(null);
  }

  function onPointerOver(event: PointerEvent<HTMLElement>): void {
    const spot = spotOf(event.target);
    if (!dragging.current || !spot || !anchor.current) return;
    if (event.buttons === 0) dragging.current = false;
    else if (range || !same(spot, anchor.current)) setRange(rangeOf(anchor.current, spot));
  }

  function onPointerUp(): void {
    const dragged = dragging.current;
    dragging.current = false;
    // Back on the day where it began: it is a press like another.
    if (range && isOne(range)) setRange(null);
    else if (dragged && range) apply();
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const spot = spotOf(event.target);
    if (!spot) return;
    if (range) return apply();
    const place = placeAt(rows, spot);
    if (place) onPress(place);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const spot = spotOf(event.target);
    if (!spot) return;
    if (event.key === 'Escape') return setRange(null);
    if (event.key === ' ' && event.shiftKey) {
      event.preventDefault();
      anchor.current = { row: spot.row, column: 0 };
      return setRange({ rows: [spot.row, spot.row], columns: [0, width - 1] });
    }
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      setRange(null);
      return onPage(event.key === 'PageUp' ? -1 : 1, spot);
    }
    const to = target(event, spot, rows.length, width);
    if (!to) return;
    event.preventDefault();
    if (event.shiftKey) {
      if (!range) anchor.current = spot;
      setRange(rangeOf(anchor.current ?? spot, to));
    } else setRange(null);
    focusOn(event.currentTarget, to);
  }

  return { range, on: { onPointerDown, onPointerOver, onPointerUp, onClick, onKeyDown } };
}

function target({ key, ctrlKey }: KeyboardEvent, { row, column }: Spot, height: number, width: number): Spot | null {
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 };
  if (key === 'End') return { row: ctrlKey ? height - 1 : row, column: width - 1 };
  const step = STEPS[key];
  if (!step) return null;
  const inside = (number: number, size: number) => Math.min(Math.max(number, 0), size - 1);
  return { row: inside(row + step[0], height), column: inside(column + step[1], width) };
}

export function focusOn(table: HTMLElement, { row, column }: Spot): void {
  table.querySelector<HTMLElement>(`[data-spot="${row}:${column}"]`)?.focus();
}

function spotOf(element: EventTarget): Spot | null {
  const spot = element instanceof Element ? element.closest<HTMLElement>('[data-spot]')?.dataset['spot'] : undefined;
  if (!spot) return null;
  const [row = 0, column = 0] = spot.split(':').map(Number);
  return { row, column };
}

function isOne({ rows, columns }: Range): boolean {
  return rows[0] === rows[1] && columns[0] === columns[1];
}

function same(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.column === b.column;
}
