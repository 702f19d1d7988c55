import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./platform/', import.meta.url));
