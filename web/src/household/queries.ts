import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';
import { BY_PAGES, pageFrom } from '../api/pages';

export type Household = Schemas['MyFamilyDto'];
export type Guardian = Schemas['GuardianDto'];
export type Child = Schemas['MyChildDto'];
export type Proposal = Schemas['MyChangeProposalDto'];
export type Enrolment = Schemas['FamilyEnrolmentDto'];
export type Person = Schemas['AuthorisedPersonDto'];
export type CustodyDay = Schemas['CustodyDayDto'];
export type Swap = Schemas['OwnSwapDto'];

export const household = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'household'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}', { params: { path: { familyId } } })),
  });

/** By pages, the latest first. */
export const proposals = (familyId: number) =>
  infiniteQueryOptions({
    queryKey: ['family', familyId, 'change-proposals'],
    queryFn: ({ pageParam: after }) =>
      answered(
        api.GET('/api/v1/families/{familyId}/change-proposals', {
          params: { path: { familyId }, query: pageFrom(after) },
        }),
      ),
    ...BY_PAGES,
  });

export const enrolments = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'enrolments'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/enrolments', { params: { path: { familyId } } })),
  });

/** Exchanges of days with the other foyer of a child, of which nothing is known here but its days. */
export const swaps = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'custody-swaps'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/custody-swaps', { params: { path: { familyId } } })),
  });

/** On which days the children are in this foyer, exchanges included. */
export const custodyDays = (familyId: number, from: string, to: string) =>
  queryOptions({
    queryKey: ['family', familyId, 'custody-days', from, to],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/custody-days', { params: { path: { familyId }, query: { from, to } } }),
      ),
    placeholderData: keepPreviousData,
  });

/** Those whom this foyer names to fetch its children. */
export const persons = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'authorised-persons'],
    queryFn: () =>
      answered(api.GET('/api/v1/families/{familyId}/authorised-persons', { params: { path: { familyId } } })),
  });
