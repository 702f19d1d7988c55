import { setTimeout } from 'node:timers/promises';
import type { Faults } from './faults.js';
import type { Operation } from './operations.js';

/** Tells the portal that something happened to an operation, as well or as badly as it is asked to. */
export class Notifications {
  private held: Operation[] = [];
  private readonly onTheirWay = new Set<Promise<void>>();
  private readonly stopped = new AbortController();

  constructor(private readonly faults: Faults) {}

  notify(operation: Operation): void {
    const { fault = null, seconds = 30 } = this.faults.strike('notification') ?? {};
    if (fault === 'LOST') return;
    if (fault === 'HELD') {
      this.held.push(operation);
      return;
    }
    if (fault === 'DOUBLED') this.send(operation);
    this.send(operation, fault, fault === 'DELAYED' ? seconds : 0);
  }

  /** Lets go of those that are held; the last one first when they are to arrive out of order. */
  release(lastFirst: boolean): void {
    const held = lastFirst ? [...this.held].reverse() : this.held;
    this.held = [];
    for (const operation of held) this.send(operation);
  }

  /** When those on their way have arrived. */
  async arrived(): Promise<void> {
    while (this.onTheirWay.size > 0) await Promise.all(this.onTheirWay);
  }

  stop(): void {
    this.stopped.abort();
  }

  private send({ idOp, fields, decided }: Operation, manner: string | null = null, seconds = 0): void {
    const resultrans = manner === 'LYING' ? 'P' : (decided?.result ?? 'A');
    const told = Object.entries({ idop: idOp, resultrans, montant: fields.montant, refdet: fields.refdet }).map(
      ([name, value]): [string, string] => [manner === 'UPPER_CASE' ? name.toUpperCase() : name, value],
    );
    const parameters = new URLSearchParams(told);
    const url = new URL(fields.urlnotif);
    if (manner === 'IN_QUERY') for (const [name, value] of parameters) url.searchParams.set(name, value);
    const { signal } = this.stopped;
    const sending = setTimeout(seconds * 1000, undefined, { signal })
      .then(() =>
        fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: manner === 'IN_QUERY' ? '' : parameters.toString(),
          signal,
        }),
      )
      .then((answer) => answer.arrayBuffer())
      // PayFiP does not care whether it is heard.
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.onTheirWay.delete(sending));
    this.onTheirWay.add(sending);
  }
}
