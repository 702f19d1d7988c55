export * from './rules/index.js';
export { ApiDeadlines } from './api/deadline.dto.js';
export { ApiPolicies, PolicyDto, PolicyField } from './api/policy.dto.js';
export { ApiTariffs, TARIFF_SHAPES, TariffField, tariffExamples } from './api/tariff.dto.js';
export { OfferedSupplementDto, SupplementsField } from './api/supplements.dto.js';
export { ReglementModule } from './reglement.module.js';
export { reglementProblems } from './problems.js';
