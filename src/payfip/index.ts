export * from './rules/index.js';
export { PayfipModule } from './payfip.module.js';
export { PayfipClient } from './actions/payfip-client.js';
