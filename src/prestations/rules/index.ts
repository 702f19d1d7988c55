export { type PaymentMode, type PrestationKind } from './prestation-kind.js';
export { type FullPlace, fullInFrench, noPlaceIn, bandInFrench } from './place-pool.js';
export { type KeptRules, type KeptRulesJson, keptRulesJson, keptRulesOf } from './kept-rules.js';
export { closedAtOnce, type SessionChange } from './session-changes.js';
export { SESSION_INSTANTS, type SessionInstant, type SessionInstants } from './session-rules.js';
export { changedSinceRead, unknownSupplementsSentence } from './supplement-words.js';
export { weekdaysOf } from './weekdays.js';
export { concerns, mergedPolicy } from './policy-exceptions.js';
export { waivedUntil, waivedWindow } from './waived-window.js';
