import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { CheckExplanations } from '../billing/index.js';
import { counted, typeset } from '../kernel/french.js';
import { SystemClock } from '../platform/clock/clock.js';
import { failureInFrench } from '../platform/config/failure-in-french.js';
import { readConfiguration } from '../platform/config/configuration.js';
import { requireDatabase } from './existing-database.js';

/** `npm run explanations:check`: proves that each price is what its kept steps give; leaves with 1 when one is not. */
try {
  const configuration = readConfiguration({ JWT_SECRET: 'unused by this command: 0123456789abcdef', ...process.env });
  requireDatabase(configuration.database);
  const app = await NestFactory.createApplicationContext(AppModule.with({ configuration, clock: new SystemClock() }), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const { charges, promises, faulty, faults } = await app.get(CheckExplanations).run();
  await app.close();
  const checked = `${counted(charges, 'consommation facturée', 'consommations facturées')} et ${counted(promises, 'réservation', 'réservations')}`;
  if (faulty === 0) {
    process.stdout.write(typeset(`Chaque prix est celui que donne son explication : ${checked}.\n`));
  } else {
    process.stdout.write(
      typeset(
        `${counted(faulty, 'prix n’est pas celui que donne son explication', 'prix ne sont pas ceux que donne leur explication')}, sur ${checked} :\n`,
      ),
    );
    for (const fault of faults) process.stdout.write(`  - ${fault}\n`);
    if (faulty > faults.length) process.stdout.write('  - …\n');
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`Vérification impossible : ${failureInFrench(error)}\n`);
  process.exit(1);
}
