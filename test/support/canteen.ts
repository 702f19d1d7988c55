import type { Api } from './api.js';
import type { RunningService } from './application.js';

/** A commune with one canteen, sessions as a test wants them, and families whose parents are signed in. */
export interface Canteen {
  readonly collectiviteId: number;
  readonly siteId: number;
  readonly prestation: { id: number; policyId: number; tariffId: number };
  /** A session that closes at an instant (ISO), the day before at 9 h in Paris winter time unless told. */
  session(date: string, closesAt?: string, columns?: Record<string, number | string | null>): Promise<number>;
  /** The canteen is priced by this tariff from now on, as the API writes it. */
  priceBy(tariff: object): Promise<void>;
  /** A family with one parent, signed in, and children enrolled at the canteen. */
  family(children?: number): Promise<CanteenFamily>;
  /** Someone of the mairie, signed in. */
  staff(role: 'agent' | 'animateur' | 'regisseur' | 'administrateur'): Promise<Api>;
  /** The mairie calls a session off. */
  callOff(sessionId: number, reason: string): Promise<void>;
  taken(sessionId: number): Promise<number>;
  living(sessionId: number): Promise<number>;
}

export interface CanteenFamily {
  readonly id: number;
  readonly childIds: number[];
  readonly accountId: number;
  readonly email: string;
  readonly password: string;
  /** Signed in; tokens last 15 minutes, so a test that moves the clock calls `signIn` again. */
  api: Api;
  signIn(): Promise<void>;
  /** The address of the family in the API, with what follows. */
  path(rest: string): string;
}

export async function openCanteen(
  service: RunningService,
  columns: Record<string, number | string | null> = {},
): Promise<Canteen> {
  const { fixtures, api } = service;
  const collectiviteId = await fixtures.collectivite();
  const siteId = await fixtures.site(collectiviteId, { name: 'École Jules-Ferry' });
  const prestation = await fixtures.prestation(collectiviteId, siteId, {
    name: 'Cantine',
    name_key: 'cantine',
    ...columns,
  });
  const count = (sql: string, id: number) =>
    service.database.read(async () => Number((await service.database.rows<{ n: number }>(sql, [id]))[0]!.n));
  const staff = async (role: Parameters<Canteen['staff']>[0]) => {
    const account = await fixtures.account([{ collectiviteId, role }]);
    return api.signedIn(account.email, account.password);
  };
  return {
    collectiviteId,
    siteId,
    prestation,
    session: (date, closesAt = `${dayBefore(date)}T08:00:00Z`, more = {}) =>
      fixtures.session(collectiviteId, prestation, date, closesAt, more),
    priceBy: (tariff) =>
      service.database.unit(
        async () =>
          void (await service.database.change('UPDATE tariffs SET grid = ? WHERE id = ?', [
            JSON.stringify(tariff),
            prestation.tariffId,
          ])),
      ),
    async family(children = 1) {
      const account = await fixtures.account([{ collectiviteId, role: 'parent' }]);
      const id = await fixtures.family(collectiviteId);
      await fixtures.guardian(collectiviteId, id, { account_id: account.id });
      const childIds: number[] = [];
      for (let i = 0; i < children; i += 1) {
        const childId = await fixtures.child(collectiviteId, id);
        await fixtures.enrolment(collectiviteId, prestation.id, childId);
        childIds.push(childId);
      }
      const family: CanteenFamily = {
        id,
        childIds,
        accountId: account.id,
        email: account.email,
        password: account.password,
        api,
        async signIn() {
          // One machine signs in for a whole village: the limit of tries per address is not what is tested here.
          await service.database.unit(() => service.database.change('DELETE FROM throttles'));
          family.api = await api.signedIn(account.email, account.password);
        },
        path: (rest) => `/families/${id}/${rest}`,
      };
      await family.signIn();
      return family;
    },
    staff,
    async callOff(sessionId, reason) {
      const mairie = await staff('administrateur');
      const path = `/collectivites/${collectiviteId}/prestations/${prestation.id}/sessions/${sessionId}/calling-off`;
      const { status, text } = await mairie.post(path, { reason });
      if (status >= 300) throw new Error(text);
    },
    taken: (sessionId) => count('SELECT taken AS n FROM sessions WHERE id = ?', sessionId),
    living: (sessionId) =>
      count('SELECT COUNT(*) AS n FROM reservations WHERE session_id = ? AND active = 1', sessionId),
  };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
