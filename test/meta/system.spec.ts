// One load of the service for all that enumerate it.
await import('./authorisation.js');
await import('./migrations.js');
await import('./schema.js');
