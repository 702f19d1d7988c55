import 'reflect-metadata';
import { MIGRATIONS } from './migrations/index.js';
import { readConfiguration } from './platform/config/configuration.js';
import { failureInFrench } from './platform/config/failure-in-french.js';
import { connect } from './platform/database/data-source.js';

/** `npm run migrate`: brings the database of DATABASE_URL up to date, once, before the instances start. */
try {
  const configuration = readConfiguration({ JWT_SECRET: 'unused by the migrations: 0123456789abcdef', ...process.env });
  const dataSource = await connect(configuration.database, [], [...MIGRATIONS]);
  const done = await dataSource.runMigrations();
  await dataSource.destroy();
  process.stdout.write(
    done.length > 0
      ? `Base de données mise à jour (${done.length} étape(s)).\n`
      : 'La base de données est déjà à jour.\n',
  );
} catch (error) {
  process.stderr.write(`Mise à jour impossible : ${failureInFrench(error)}\n`);
  process.exit(1);
}
