import { describe, expect, it } from '@jest/globals';
import { eachInTurn } from './each-in-turn.js';

describe('each in turn', () => {
  it('works on every item and answers in order', async () => {
    expect(await eachInTurn([1, 2, 3], (item) => Promise.resolve(item * 2))).toEqual([2, 4, 6]);
  });

  it('goes on after a failure, and tells them all at the end', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      if (item < 3) throw new Error(`no ${item}`);
      done.push(item);
    };
    const all = eachInTurn([1, 2, 3, 4], work);
    await expect(all).rejects.toThrow(AggregateError);
    await expect(all).rejects.toThrow('no 1 ; no 2');
    expect(done).toEqual([3, 4]);
  });
});
