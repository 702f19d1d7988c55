import { Temporal } from '../../src/kernel/civil-time.js';
import type { Answer, Api } from './api.js';
import { solvedAltcha } from './altcha.js';
import { PASSWORD } from './fixtures.js';
import type { RunningService } from './application.js';

/** The person who acts; signed in again whenever the calendar has moved on. */
export interface Person {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  put(path: string, body: object): Promise<Answer>;
}

/** The words in which a scenario is told: dates, people, and what the mairie sets up. Everything goes over HTTP. */
export class Story {
  private constructor(
    readonly service: RunningService,
    readonly collectiviteId: number,
    readonly siteId: number,
  ) {}

  /** A commune in August, before anything is offered. */
  static async open(service: RunningService, columns: Record<string, string | number | null> = {}): Promise<Story> {
    const regie = { billing_day: 3, regie_label: 'Régie périscolaire' };
    const collectiviteId = await service.fixtures.collectivite({ ...regie, ...columns });
    await service.fixtures.menuType(collectiviteId, 'Standard');
    return new Story(
      service,
      collectiviteId,
      await service.fixtures.site(collectiviteId, { name: 'École Jean-Moulin' }),
    );
  }

  get path(): string {
    return `/collectivites/${this.collectiviteId}`;
  }

  /** « 2026-09-10 23:59:59 » on the wall clock of Paris; what is due by then happens. */
  async on(moment: string): Promise<void> {
    const [date, time = '12:00'] = moment.split(' ');
    this.service.clock.set(
      Temporal.PlainDate.from(date!).toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: time }).toInstant(),
    );
    await this.service.settle();
  }

  async staff(role: 'agent' | 'animateur' | 'regisseur' | 'administrateur'): Promise<Person> {
    const { email } = await this.service.fixtures.account([{ collectiviteId: this.collectiviteId, role }]);
    return this.person(email, PASSWORD);
  }

  person(email: string, password: string): Person {
    const now = async (): Promise<Api> => {
      await this.service.database.unit(() => this.service.database.change('DELETE FROM throttles'));
      return this.service.api.signedIn(email, password);
    };
    return {
      get: async (path) => (await now()).get(path),
      post: async (path, body) => (await now()).post(path, body),
      put: async (path, body) => (await now()).put(path, body),
    };
  }

  /** A canteen on school days with one deadline both ways and one row of prices for all. */
  async canteen(
    mairie: Person,
    deadline: object,
    prices: { unit: number; unplanned: number; absence: number },
  ): Promise<number> {
    const { id } = created(
      await mairie.post(`${this.path}/prestations`, {
        siteId: this.siteId,
        name: 'Cantine',
        kind: 'CANTEEN',
        weekdays: ['MO', 'TU', 'TH', 'FR'],
        runsOn: 'SCHOOL_DAYS',
        places: 50,
        ordersMeals: true,
        budgetNature: '7067',
        budgetFunction: '281',
      }),
    );
    const prestation = `${this.path}/prestations/${id as number}`;
    created(
      await mairie.post(`${prestation}/booking-policies`, { from: '2026-09-01', add: deadline, cancel: deadline }),
    );
    const row = { unitCents: prices.unit, unplannedCents: prices.unplanned, unjustifiedAbsenceCents: prices.absence };
    const others = { unitCents: 500, unplannedCents: 1000, unjustifiedAbsenceCents: 500 };
    created(
      await mairie.post(`${prestation}/tariffs`, {
        from: '2026-09-01',
        rows: [
          { label: 'Tranche A', quotientMin: 0, quotientMax: 1000, ...row },
          { label: 'Tranche B', quotientMin: 1000, quotientMax: null, ...others },
        ],
      }),
    );
    created(await mairie.post(`${prestation}/session-plannings`, { from: '2026-09-01', to: '2027-07-02' }));
    return id as number;
  }

  /** A family with one parent, as an agent types it in. */
  async family(
    agent: Person,
    name: string,
    firstName: string,
    quotient: string,
  ): Promise<{ familyId: number; guardianId: number; email: string }> {
    const email = `${firstName}.${name}@example.org`.toLowerCase();
    const { familyId, guardians } = created(
      await agent.post(`${this.path}/families`, {
        name,
        guardians: [{ civility: 'Madame', lastName: name, firstName, email }],
      }),
    );
    created(
      await agent.post(`${this.path}/families/${familyId as number}/quotients`, {
        value: quotient,
        from: '2026-01-01',
      }),
    );
    return { familyId: familyId as number, guardianId: guardians[0].guardianId as number, email };
  }

  /** A child of a family, enrolled at the canteen. */
  async child(agent: Person, familyId: number, firstName: string, prestationId: number): Promise<number> {
    const menus = await agent.get(`${this.path}/menu-types`);
    const { childId } = created(
      await agent.post(`${this.path}/families/${familyId}/children`, {
        lastName: 'MOREAU',
        firstName,
        birthDate: '2018-03-05',
        siteId: this.siteId,
        className: 'CE2',
        menuTypeId: menus.body[0].id as number,
      }),
    );
    created(
      await agent.post(`${this.path}/prestations/${prestationId}/enrolments`, {
        childId: childId as number,
        from: '2026-09-01',
      }),
    );
    return childId as number;
  }

  /** The invitation, its mail, the three steps and the security test: an account. */
  async signUp(agent: Person, { guardianId, email }: { guardianId: number; email: string }): Promise<Person> {
    created(await agent.post(`${this.path}/invitations`, { guardianId }));
    await this.service.settle();
    const [mail] = await this.service.mails.to(email);
    const code = /activation\?code=([\w-]+)/.exec(mail!.text!)![1]!;
    const opened = created(await this.service.api.post('/registrations', { code, email }));
    const wizard = this.service.api.withHeaders({ 'registration-token': opened.registrationToken as string });
    const password = 'vélo, tartine et cerf-volant';
    const { familyName, guardians, children } = opened.held;
    await wizard.put('/registrations/current/account', { familyName, email, password, passwordConfirmation: password });
    await wizard.put('/registrations/current/guardians', {
      guardians: guardians.map(({ isYou: _, ...guardian }: { isYou: boolean }) => guardian),
    });
    await wizard.put('/registrations/current/children', { children });
    created(await wizard.post('/registrations/current/completions', { altcha: await solvedAltcha(this.service.api) }));
    return this.person(email, password);
  }

  /** The session of a date. */
  async session(mairie: Person, prestationId: number, date: string): Promise<number> {
    const { body } = await mairie.get(`${this.path}/prestations/${prestationId}/sessions?from=${date}&to=${date}`);
    return body.items[0].id as number;
  }
}

/** The body of an answer that went well; a refusal fails the scenario with its French reason. */
export function created({ status, body, text }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(text);
  return body;
}
