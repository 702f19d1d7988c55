import { Module } from '@nestjs/common';
import { FindPrestations } from './actions/find-prestations.js';
import { FindSessions } from './actions/find-sessions.js';
import { LoadEnrolments } from './actions/load-enrolments.js';
import { LoadPolicies } from './actions/load-policies.js';
import { LoadTariffs } from './actions/load-tariffs.js';
import { Places } from './actions/places.js';
import { SessionsToFreeze } from './actions/sessions-to-freeze.js';

const OFFERED = [FindPrestations, FindSessions, LoadEnrolments, LoadPolicies, LoadTariffs, Places, SessionsToFreeze];

@Module({ providers: OFFERED, exports: OFFERED })
export class PrestationsModule {}
