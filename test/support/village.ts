import { ServiceWithPayfip } from './payfip.js';
import { created, type Person, Story } from './story.js';

/** Until the Thursday of the week before, at midnight, both ways. */
const THURSDAY_BEFORE = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'TH', at: '24:00' };

/** A commune as families meet it in a browser: a year of canteen planned, a family invited, PayFiP beside. */
export class Village {
  private constructor(
    readonly payfip: ServiceWithPayfip,
    readonly story: Story,
    readonly agent: Person,
    readonly animateur: Person,
    readonly canteen: number,
    readonly familyId: number,
    readonly guardianId: number,
    readonly email: string,
    readonly lea: number,
    readonly tom: number,
  ) {}

  static async open(name: string, at = '2026-08-24T20:30:00+02:00'): Promise<Village> {
    const payfip = await ServiceWithPayfip.start(name, at);
    const { service } = payfip;
    const story = await Story.open(service, { name: 'MAIRIE DE VALMONT-SUR-ORLE' });
    await service.fixtures.row('payfip_settings', {
      collectivite_id: story.collectiviteId,
      ...{ active: 1, numcli: '012345', mode: 'W', several_invoices: 1, most_cents: 9_999_999, updated_at: 0 },
      reference_form: 'NUMBER',
    });
    const [administrateur, agent] = [await story.staff('administrateur'), await story.staff('agent')];
    const prices = { unit: 305, unplanned: 610, absence: 305 };
    const canteen = await story.canteen(administrateur, THURSDAY_BEFORE, prices);
    const { familyId, guardianId, email } = await story.family(agent, 'MOREAU', 'Claire', '642,50');
    const lea = await story.child(agent, familyId, 'Léa', canteen);
    const tom = await story.child(agent, familyId, 'Tom', canteen);
    const animateur = await story.staff('animateur');
    return new Village(payfip, story, agent, animateur, canteen, familyId, guardianId, email, lea, tom);
  }

  get service() {
    return this.payfip.service;
  }

  /** The mairie invites the family; the link is that of the mail which was sent. */
  async invite(): Promise<string> {
    created(await this.agent.post(`${this.story.path}/invitations`, { guardianId: this.guardianId }));
    await this.service.settle();
    const mail = (await this.service.mails.to(this.email)).at(-1);
    return /http\S+\/activation\?\S+/.exec(mail!.text!)![0];
  }

  /** Each one who was expected on these days came. */
  async everyoneCame(...dates: readonly string[]): Promise<void> {
    for (const date of dates) {
      await this.story.on(`${date} 14:00`);
      const sessionId = await this.story.session(this.animateur, this.canteen, date);
      created(await this.animateur.put(`${this.story.path}/sessions/${sessionId}/roll`, { allPresent: true }));
    }
  }

  stop(): Promise<void> {
    return this.payfip.stop();
  }
}
