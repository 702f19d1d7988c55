export { SimulationsModule } from './simulations.module.js';
export { SimulateReglement } from './actions/simulate-reglement.js';
