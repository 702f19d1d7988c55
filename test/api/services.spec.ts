import { suitesIn } from '../support/suites-in.js';

await suitesIn(import.meta.url, 'attendance', 'prestations', 'reglement', 'reservations');
