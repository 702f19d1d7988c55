import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';
import { BY_PAGES, pageFrom, readAll } from '../api/pages';

export type Absence = Schemas['AbsenceDto'];

/** Those of days from `from` to `to`, both included. */
export const absences = (familyId: number, from: string, to: string) =>
  queryOptions({
    queryKey: ['family', familyId, 'absences', from, to],
    queryFn: () =>
      readAll((page) =>
        answered(
          api.GET('/api/v1/families/{familyId}/absences', {
            params: { path: { familyId }, query: { from, to, ...page } },
          }),
        ),
      ),
  });

/** By pages, the last declared first. */
export const allAbsences = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'absences', 'pages'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/absences', { params: { path: { familyId }, query: pageFrom(after) } }),
      ),
    ...BY_PAGES,
  });

interface Foreseen {
  readonly childId: number;
  /** Without it, all that is reserved. */
  readonly prestationId?: number;
  readonly from: string;
  readonly to: string;
}

/** Whether an absence may be declared now, and what each reason would cost. */
export const forecast = (familyId: number, query: Foreseen) =>
  queryOptions({
    queryKey: ['family', familyId, 'absences', 'forecast', query],
    queryFn: () =>
      answered(api.GET('/api/v1/families/{familyId}/absences/forecasts', { params: { path: { familyId }, query } })),
  });
