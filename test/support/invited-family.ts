import type { RunningService } from './application.js';
import type { Answer, Api } from './api.js';
import { solvedAltcha } from './altcha.js';

export const CHOSEN_PASSWORD = 'vélo, tartine et cerf-volant';

let serial = 0;

/** A family of the fixtures with one reachable guardian and one child, and the way through the three steps. */
export class InvitedFamily {
  private constructor(
    private readonly service: RunningService,
    readonly collectiviteId: number,
    readonly familyId: number,
    readonly guardianId: number,
    readonly childId: number,
    readonly email: string,
  ) {}

  static async in(
    service: RunningService,
    collectiviteId: number,
    email = `marc${++serial}@example.org`,
  ): Promise<InvitedFamily> {
    const familyId = await service.fixtures.family(collectiviteId, { name: 'LEFEVRE' });
    const guardianId = await service.fixtures.guardian(collectiviteId, familyId, {
      civility: 'MONSIEUR',
      first_name: 'Marc',
      last_name: 'LEFEVRE',
      email,
      phone: '06 00 00 00 01',
    });
    const childId = await service.fixtures.child(collectiviteId, familyId, { first_name: 'Zoe', last_name: 'LEFEVRE' });
    return new InvitedFamily(service, collectiviteId, familyId, guardianId, childId, email);
  }

  /** The code of the last invitation that was mailed. */
  async mailedCode(): Promise<string> {
    await this.service.settle();
    const links = (await this.service.mails.to(this.email)).flatMap(
      ({ text }) => /\/activation\?code=([\w-]+)&email=(\S+)/.exec(text ?? '')?.[1] ?? [],
    );
    return links.at(-1)!;
  }

  async open(code: string): Promise<{ answer: Answer; api: Api }> {
    const answer = await this.service.api.post('/registrations', { code, email: this.email });
    return { answer, api: this.service.api.withHeaders({ 'registration-token': answer.body.registrationToken }) };
  }

  /** Saves the three steps as they are held; `account` overrides what is typed in the first. */
  async fillIn(api: Api, account: object = {}): Promise<Answer[]> {
    return [
      await api.put('/registrations/current/account', {
        familyName: 'LEFEVRE',
        email: this.email,
        password: CHOSEN_PASSWORD,
        passwordConfirmation: CHOSEN_PASSWORD,
        ...account,
      }),
      await api.put('/registrations/current/guardians', {
        guardians: [{ guardianId: this.guardianId, civility: 'MONSIEUR', firstName: 'Marc', lastName: 'LEFEVRE' }],
      }),
      await api.put('/registrations/current/children', {
        children: [{ childId: this.childId, firstName: 'Zoe', lastName: 'LEFEVRE' }],
      }),
    ];
  }

  async complete(api: Api): Promise<Answer> {
    return api.post('/registrations/current/completions', { altcha: await solvedAltcha(this.service.api) });
  }
}
