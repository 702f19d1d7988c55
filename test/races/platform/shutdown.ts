import { describe, expect, it } from '@jest/globals';
import { Passwords } from '../../../src/identity/index.js';
import { startService } from '../../support/application.js';

describe('an instance that is asked to stop', () => {
  it('answers what is in flight before it closes the database', async () => {
    const service = await startService('shutdown');
    const collectiviteId = await service.fixtures.collectivite();
    const passwordHash = await service.app.get(Passwords).hash('cerise-tracteur-nuage-42');
    const accounts = await Promise.all(
      Array.from({ length: 8 }, () =>
        service.fixtures.account([{ collectiviteId, role: 'agent' }], { password_hash: passwordHash }),
      ),
    );
    const passwords = service.app.get(Passwords);
    const matches = passwords.matches.bind(passwords);
    const allStarted = new Promise<void>((resolve) => {
      let started = 0;
      passwords.matches = (...given) => {
        started += 1;
        if (started === accounts.length) resolve();
        return matches(...given);
      };
    });
    // Real argon2 hashes: the eight sign-ins are still being computed when the stop comes.
    const inFlight = accounts.map(({ email, password }) => service.api.post('/auth/sessions', { email, password }));
    await allStarted;
    const stopped = service.stop();
    const answers = await Promise.all(inFlight);
    await stopped;
    expect(answers.map(({ status }) => status)).toEqual(accounts.map(() => 201));
  });
});
