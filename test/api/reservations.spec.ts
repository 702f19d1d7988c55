import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./reservations/', import.meta.url));
