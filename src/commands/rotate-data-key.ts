import 'reflect-metadata';
import { counted, typeset } from '../kernel/french.js';
import { RotateDataKey } from '../platform/secrets/rotate-data-key.js';
import { onExistingDatabase } from './check-database.js';

/** `npm run data-key:rotate`: seals under the newest key of DATA_KEY what older ones sealed. */
await onExistingDatabase(
  (app) => app.get(RotateDataKey).run(),
  ({ sealedAgain }) => {
    process.stdout.write(
      typeset(
        sealedAgain === 0
          ? 'Rien à faire : tout est déjà chiffré sous la clé la plus récente. Les autres peuvent être retirées de DATA_KEY.\n'
          : `${counted(sealedAgain, 'valeur chiffrée', 'valeurs chiffrées')} à nouveau, sous la clé la plus récente. Lancez la commande une seconde fois : quand elle n’a rien à faire, retirez les anciennes clés de DATA_KEY.\n`,
      ),
    );
  },
);
