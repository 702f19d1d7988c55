/**
 * Admits one piece of work at a time, in order of arrival. The embedded engine has a single connection: without
 * this, a second transaction would become a savepoint of the first and be rolled back with it.
 */
export class FifoGate {
  private last: Promise<unknown> = Promise.resolve();

  pass<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
