import { Injectable, type PipeTransform } from '@nestjs/common';
import { Temporal } from '../../kernel/civil-time.js';
import { httpProblems } from './problems.js';
import { invalidRequest } from './validation.js';

/** An id in the address. What cannot be an id is not found, like an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = Number(text);
    if (/^\d{1,10}$/.test(text) && id > 0 && id <= 2_147_483_647) return id;
    throw httpProblems.NOT_FOUND('Cette adresse n’existe pas, ou vous n’y avez pas accès.');
  }
}

/** A date in the address or in the query. */
@Injectable()
export class DayPipe implements PipeTransform<string, Temporal.PlainDate> {
  transform(text: string): Temporal.PlainDate {
    try {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' });
    } catch {
      // Not a date of the calendar: refused below, like a wrong shape.
    }
    throw invalidRequest([{ field: 'date', message: 'une date est attendue sous la forme 2026-11-26.' }]);
  }
}
