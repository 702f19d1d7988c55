export { menuLabelFault } from './menu-label.js';
export { nameKey } from './name-key.js';
export { isSiret } from './siret.js';
