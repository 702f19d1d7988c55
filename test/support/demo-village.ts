import { Client } from '../../src/demo/client.js';
import { PASSWORD } from '../../src/demo/commune.js';
import { demoYear } from '../../src/demo/demo-year.js';
import { playYear } from '../../src/demo/play-year.js';
import { Temporal } from '../../src/kernel/civil-time.js';
import { ServiceWithPayfip } from './payfip.js';

/** Some Thursday evening: two months are billed, the third is lived. */
const NOW = Temporal.Instant.from('2026-11-26T18:45:00+01:00');

/** Of a family: its own id, and that of the last thing of a kind that it has. */
export interface Owner {
  readonly familyId: number;
  readonly email: string;
  readonly password: string;
  readonly id: number;
}

/** Valmont-sur-Orle with all that the demo plays there, always up to the same instant. */
export class DemoVillage {
  private constructor(readonly payfip: ServiceWithPayfip) {}

  static async open(name: string): Promise<DemoVillage> {
    const payfip = await ServiceWithPayfip.start(name, NOW.subtract({ hours: 24 * 800 }).toString());
    payfip.arm('notification:LOST');
    const { service } = payfip;
    const { app, clock } = service;
    const client = new Client(await app.getUrl(), clock);
    const settle = () => service.settle();
    await playYear({ app, clock, client, settle, say: () => undefined }, demoYear(NOW));
    return new DemoVillage(payfip);
  }

  get service() {
    return this.payfip.service;
  }

  /** The family that has most of what `table` holds, and whose parent may sign in; `condition` narrows its rows. */
  async owner(table: string, condition = '1 = 1'): Promise<Owner> {
    const { database } = this.service;
    const [found] = await database.read(() =>
      database.rows<{ familyId: number; email: string; id: number }>(
        `SELECT t.family_id AS familyId, MIN(g.email) AS email, MAX(t.id) AS id
           FROM ${table} t JOIN guardians g ON g.family_id = t.family_id AND g.account_id IS NOT NULL
          WHERE ${condition} GROUP BY t.family_id ORDER BY COUNT(DISTINCT t.id) DESC, t.family_id LIMIT 1`,
        [],
      ),
    );
    if (!found) throw new Error(`nobody in the demo has anything in ${table} (${condition})`);
    return { ...found, password: PASSWORD };
  }

  stop(): Promise<void> {
    return this.payfip.stop();
  }
}
