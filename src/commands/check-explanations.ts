import 'reflect-metadata';
import { CheckExplanations } from '../billing/index.js';
import { counted, typeset } from '../kernel/french.js';
import { onExistingDatabase } from './check-database.js';

/** `npm run explanations:check`: proves that each price is what its kept steps give; leaves with 1 when one is not. */
await onExistingDatabase(
  (app) => app.get(CheckExplanations).run(),
  ({ charges, promises, faulty, faults }) => {
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
  },
);
