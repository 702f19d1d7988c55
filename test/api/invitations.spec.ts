import { suitesIn } from '../support/suites-in.js';

await suitesIn(new URL('./invitations/', import.meta.url));
