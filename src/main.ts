import 'reflect-metadata';
import { createApplication } from './application.js';
import { SystemClock } from './platform/clock/clock.js';
import { failureInFrench } from './platform/config/failure-in-french.js';
import { ConfigurationError, readConfiguration } from './platform/config/configuration.js';

try {
  const configuration = readConfiguration(process.env);
  const app = await createApplication({ configuration, clock: new SystemClock(), selfDriven: true, documents: true });
  await app.listen(configuration.port, '0.0.0.0');
  process.stdout.write(
    `Espace Famille écoute sur ${configuration.publicUrl} (documentation : ${configuration.publicUrl}/docs/administration)\n`,
  );
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigurationError ? error.message : `Démarrage impossible : ${failureInFrench(error)}`}\n`,
  );
  process.exit(1);
}
