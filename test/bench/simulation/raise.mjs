/** Raises the city of the bench in a database of its own: `raise.mjs <target as JSON> <children>`. */
import 'reflect-metadata';
import { MIGRATIONS } from '../../../dist/migrations/index.js';
import { connect } from '../../../dist/platform/database/data-source.js';
import { raiseCity } from './city.mjs';

const [target, children] = process.argv.slice(2);
const dataSource = await connect(JSON.parse(target), [], [...MIGRATIONS]);
await dataSource.runMigrations();
await raiseCity(dataSource, Number(children), (words) => process.stderr.write(`\r${words}      `));
process.stderr.write('\n');
await dataSource.destroy();
