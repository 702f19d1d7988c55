import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client';

export type Planning = Schemas['PlanningDto'];
export type PlanningRow = Schemas['PlanningRowDto'];
export type Cell = Schemas['CellDto'];
export type Validation = Schemas['ValidationDto'];
export type Reservation = Schemas['ReservationDto'];
export type PublishedMenu = Schemas['PublishedMenuDto'];

/** Days from `from` to `to`, both included. */
export const planning = (familyId: number, from: string, to: string) =>
  queryOptions({
    queryKey: ['family', familyId, 'planning', from, to],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/planning', { params: { path: { familyId }, query: { from, to } } }),
      ),
  });

export const basket = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'basket'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/basket', { params: { path: { familyId } } })),
  });

export const waitingEntries = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'waiting-entries'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/waiting-entries', { params: { path: { familyId } } })),
  });

/** What a validation decided, whenever it is asked. */
export const validation = (familyId: number, validationId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'validations', validationId],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/basket/validations/{validationId}', {
          params: { path: { familyId, validationId } },
        }),
      ),
  });

/** What was asked of the mairie past a deadline, and what it answered. */
export const lateRequests = (familyId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'late-requests'],
    queryFn: () => answered(api.GET('/api/v1/families/{familyId}/late-requests', { params: { path: { familyId } } })),
  });

/** What is reserved, and what was given up, from `from` to `to`, both included. */
export const reservations = (familyId: number, from: string, to: string) =>
  queryOptions({
    queryKey: ['family', familyId, 'reservations', from, to],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/reservations', { params: { path: { familyId }, query: { from, to } } }),
      ),
  });

/** The menus that a reserved day may have, and what it would cost with each. */
export const menusOfDay = (familyId: number, reservationId: number) =>
  queryOptions({
    queryKey: ['family', familyId, 'menus', reservationId],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/reservations/{reservationId}/menus', {
          params: { path: { familyId, reservationId } },
        }),
      ),
  });

/** What is served where the children are enrolled, from `from` to `to`, both included; the mairie seldom changes it. */
export const publishedMenus = (familyId: number, from: string, to: string) =>
  queryOptions({
    queryKey: ['family', familyId, 'published-menus', from, to],
    queryFn: () =>
      answered(
        api.GET('/api/v1/families/{familyId}/published-menus', { params: { path: { familyId }, query: { from, to } } }),
      ),
    staleTime: 5 * 60_000,
  });
