export type { Instalment } from './plan.js';
export { type PlanProgress } from './progress.js';
