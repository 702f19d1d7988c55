export { type Away } from './away.js';
