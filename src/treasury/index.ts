export {
  type Age,
  type AgeTotal,
  type ArrearsLine,
  type ArrearsReport,
  type IssuedInvoice,
  AGES,
  ageLabel,
  arrearsReport,
} from './rules/arrears.js';
export {
  type CollectionReport,
  type MeansTotal,
  type Movement,
  type PrestationCard,
  type PrestationTotal,
  collectionReport,
} from './rules/collection.js';
