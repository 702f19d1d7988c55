import 'reflect-metadata';
import { counted } from '../kernel/french.js';
import { CheckLedger } from '../treasury/index.js';
import { onExistingDatabase } from './check-database.js';

/** `npm run ledger:check`: proves that the accounts agree with each other; leaves with 1 when they do not. */
await onExistingDatabase(
  (app) => app.get(CheckLedger).run(),
  ({ entries, faults }) => {
    if (faults.length === 0) {
      process.stdout.write(
        `La comptabilité est juste : ${counted(entries, 'écriture', 'écritures')} en équilibre, en accord avec les factures et les paiements, numéros sans trou.\n`,
      );
    } else {
      process.stdout.write(`La comptabilité ne s’accorde pas :\n`);
      for (const { message } of faults) process.stdout.write(`  - ${message}\n`);
      process.exitCode = 1;
    }
  },
);
