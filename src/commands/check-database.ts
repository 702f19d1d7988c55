import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { SystemClock } from '../platform/clock/clock.js';
import { readConfiguration } from '../platform/config/configuration.js';
import { failureInFrench } from '../platform/config/failure-in-french.js';
import { requireDatabase } from './existing-database.js';

/**
 * Runs a command that checks what is there, on the service without its HTTP, and closes it. What cannot be checked is
 * told in French, and leaves with 1.
 */
export async function onExistingDatabase<Verdict>(
  check: (app: INestApplicationContext) => Promise<Verdict>,
  tell: (verdict: Verdict) => void,
): Promise<void> {
  try {
    const configuration = readConfiguration({ JWT_SECRET: 'unused by this command: 0123456789abcdef', ...process.env });
    requireDatabase(configuration.database);
    const app = await NestFactory.createApplicationContext(
      AppModule.with({ configuration, clock: new SystemClock() }),
      { logger: ['error', 'fatal'], abortOnError: false },
    );
    const verdict = await check(app);
    await app.close();
    tell(verdict);
  } catch (error) {
    process.stderr.write(`Vérification impossible : ${failureInFrench(error)}\n`);
    process.exit(1);
  }
}
