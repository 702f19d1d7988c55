import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./prestations/', import.meta.url));
