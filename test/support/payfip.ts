import { Temporal } from '../../src/kernel/civil-time.js';
import { type ArmedFault, readFault } from '../../src/payfip-simulator/faults.js';
import { createSimulator, type PayfipSimulator } from '../../src/payfip-simulator/simulator.js';
import { SetClock } from '../../src/platform/clock/clock.js';
import { type RunningService, startService, type StartOptions } from './application.js';

/** What a family can do on PayFiP's page. */
export type Click = 'P' | 'V' | 'A' | 'R' | 'Z' | 'close';

export interface Arrival {
  /** Where the browser ended, and what it shows. */
  readonly url: string;
  readonly text: string;
}

/** The service beside a simulator of PayFiP on loopback; both read the same clock, and each calls the other over HTTP. */
export class ServiceWithPayfip {
  private constructor(
    readonly service: RunningService,
    readonly simulator: PayfipSimulator,
    readonly payfipUrl: string,
  ) {}

  static async start(name: string, at: string, options: StartOptions = {}): Promise<ServiceWithPayfip> {
    const clock = new SetClock(Temporal.Instant.from(at));
    const simulator = await createSimulator(clock);
    const payfipUrl = `${await simulator.server.listen({ port: 0, host: '127.0.0.1' })}/tpa`;
    const service = await startService(name, at, { ...options, payfipUrl, clock, reachable: true });
    return new ServiceWithPayfip(service, simulator, payfipUrl);
  }

  /** `detail:TIMEOUTx2`, or one with all that it takes. */
  arm(...faults: (string | ArmedFault)[]): void {
    for (const fault of faults) this.simulator.faults.arm(typeof fault === 'string' ? readFault(fault) : fault);
  }

  /** Opens the page and clicks; follows where that leads, once notifications that leave have arrived. */
  async click(redirectUrl: string, choice: Click): Promise<Arrival> {
    const page = await (await fetch(redirectUrl)).text();
    const idop = /name="idop" value="([^"]+)"/.exec(page)?.[1];
    if (!idop) return { url: redirectUrl, text: page };
    const form = new URLSearchParams({ idop, choix: choice });
    const answer = await fetch(redirectUrl.replace(/\?.*/, ''), { method: 'POST', body: form });
    const text = await answer.text();
    await this.simulator.notifications.arrived();
    return { url: answer.url, text };
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.simulator.server.close();
  }
}
