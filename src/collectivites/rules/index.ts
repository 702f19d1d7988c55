export { menuLabelFault } from './menu-label.js';
export { nameKey } from './name-key.js';
