export { type Away } from './away.js';
export { proposableLabel, proposableValue } from './correctable-fields.js';
