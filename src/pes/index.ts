export * from './rules/index.js';
export { PesModule } from './pes.module.js';
export { CheckSchema } from './actions/check-schema.js';
