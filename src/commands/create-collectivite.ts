import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { SetUpCollectivite } from '../collectivites/index.js';
import { InviteMember } from '../identity/index.js';
import { typeset } from '../kernel/french.js';
import { Problem } from '../kernel/problem.js';
import { SystemClock } from '../platform/clock/clock.js';
import { failureInFrench } from '../platform/config/failure-in-french.js';
import { readConfiguration } from '../platform/config/configuration.js';
import { Database } from '../platform/database/database.js';
import { OutboxDelivery } from '../platform/outbox/outbox-delivery.js';
import { OptionsError, readCollectiviteOptions, USAGE } from './collectivite-options.js';

/** `npm run collectivite:create`: opens a collectivité and invites its first administrator by mail. */
try {
  const { collectivite, administrator } = readCollectiviteOptions(process.argv.slice(2));
  const configuration = readConfiguration({ JWT_SECRET: 'unused by this command: 0123456789abcdef', ...process.env });
  const app = await NestFactory.createApplicationContext(AppModule.with({ configuration, clock: new SystemClock() }), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const { collectiviteId } = await app.get(Database).unit(async () => {
    const created = await app.get(SetUpCollectivite).run(collectivite);
    await app.get(InviteMember).run({ ...administrator, ...created, role: 'administrateur', invitedBy: null });
    return created;
  });
  await app.get(OutboxDelivery).drain();
  await app.close();
  const where = configuration.smtpUrl ? '' : ` (dans ${configuration.mailDirectory})`;
  process.stdout.write(
    typeset(
      `Collectivité n° ${collectiviteId} créée : ${collectivite.name}.\n` +
        `Une invitation part à ${administrator.email}${where}.\n` +
        `Ensuite : « npm start », puis, sur ${configuration.publicUrl}/docs/administration, choisissez le mot de passe avec le code du message (POST /api/v1/auth/password-resets/completions).\n`,
    ),
  );
} catch (error) {
  process.stderr.write(`${explained(error)}\n`);
  process.exit(1);
}

function explained(error: unknown): string {
  if (error instanceof OptionsError) return `${error.message}\n\n${USAGE}`;
  if (!(error instanceof Problem)) return `Création impossible : ${failureInFrench(error)}`;
  const fields = (error.more.errors ?? []).map(({ field, message }) => `  - ${field} : ${message}`);
  return [error.detail, ...fields].join('\n');
}
