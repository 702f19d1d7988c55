import { describe, expect, it } from '@jest/globals';
import { type CellState, WORDS } from './cell-words';

describe('the words and signs of a day', () => {
  it('are of one state each: a month shows the sign alone, and someone does not see the colours', () => {
    const entries = Object.entries(WORDS) as [CellState, (typeof WORDS)[CellState]][];
    expect(new Set(entries.map(([, { sign }]) => sign)).size).toBe(entries.length);
    expect(new Set(entries.map(([, { word }]) => word)).size).toBe(entries.length);
  });
});
