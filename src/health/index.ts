import { CarePlanFileRow, CarePlanRow } from './data/care-plan.entity.js';

export { HealthModule } from './health.module.js';
export { healthProblems } from './problems.js';

export const healthEntities = [CarePlanRow, CarePlanFileRow];
