import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./reglement/', import.meta.url));
