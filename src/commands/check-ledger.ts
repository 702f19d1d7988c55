import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { counted } from '../kernel/french.js';
import { SystemClock } from '../platform/clock/clock.js';
import { failureInFrench } from '../platform/config/failure-in-french.js';
import { readConfiguration } from '../platform/config/configuration.js';
import { CheckLedger } from '../treasury/index.js';
import { requireDatabase } from './existing-database.js';

/** `npm run ledger:check`: proves that the accounts agree with each other; leaves with 1 when they do not. */
try {
  const configuration = readConfiguration({ JWT_SECRET: 'unused by this command: 0123456789abcdef', ...process.env });
  requireDatabase(configuration.database);
  const app = await NestFactory.createApplicationContext(AppModule.with({ configuration, clock: new SystemClock() }), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const { entries, faults } = await app.get(CheckLedger).run();
  await app.close();
  if (faults.length === 0) {
    process.stdout.write(
      `La comptabilité est juste : ${counted(entries, 'écriture', 'écritures')} en équilibre, en accord avec les factures et les paiements, numéros sans trou.\n`,
    );
  } else {
    process.stdout.write(`La comptabilité ne s’accorde pas :\n`);
    for (const { message } of faults) process.stdout.write(`  - ${message}\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`Vérification impossible : ${failureInFrench(error)}\n`);
  process.exit(1);
}
