import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import { ApiNotModifiedResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentFamily, type FamilyAccess, ForFamily } from '../../families/index.js';
import { type Caller, CurrentCaller, OpenToAll } from '../../identity/index.js';
import { FamilyApi } from '../../platform/http/api-audience.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { httpProblems } from '../../platform/http/problems.js';
import { digestOf } from '../../platform/secrets/digest.js';
import { reservationsProblems } from '../../reservations/index.js';
import { CloseFeed } from '../actions/feeds/close-feed.js';
import { ListFeeds } from '../actions/feeds/list-feeds.js';
import { OpenFeed } from '../actions/feeds/open-feed.js';
import { ReadFeed } from '../actions/feeds/read-feed.js';
import { CalendarAddressDto, CalendarFeedDto, NewCalendarFeedDto } from './calendar-feeds.dto.js';

@FamilyApi('Mon calendrier')
@Controller('families/:familyId/calendar-feeds')
export class CalendarFeedsController {
  constructor(
    private readonly listFeeds: ListFeeds,
    private readonly openFeed: OpenFeed,
    private readonly closeFeed: CloseFeed,
  ) {}

  /** Lister les enfants dont vous suivez les réservations dans votre calendrier */
  @Get()
  @ForFamily()
  list(@CurrentFamily() family: FamilyAccess, @CurrentCaller() { accountId }: Caller): Promise<CalendarFeedDto[]> {
    return this.listFeeds.run({ ...family, accountId });
  }

  /**
   * Obtenir l’adresse privée du calendrier d’un enfant
   *
   * Elle n’est que pour vous et n’est dite que cette fois ; celle que vous aviez pour cet enfant cesse de fonctionner.
   */
  // Not idempotent: the answers that are kept for a second request would hold the address.
  @Post()
  @ForFamily()
  @ApiProblems(reservationsProblems.CHILD_UNKNOWN)
  async open(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Body() { childId }: NewCalendarFeedDto,
  ): Promise<CalendarAddressDto> {
    return { url: await this.openFeed.run({ ...family, accountId }, childId) };
  }

  /** Mettre fin à l’adresse d’un calendrier */
  @Delete(':feedId')
  @HttpCode(204)
  @ForFamily()
  @ApiProblems(httpProblems.NOT_FOUND)
  close(
    @CurrentFamily() family: FamilyAccess,
    @CurrentCaller() { accountId }: Caller,
    @Param('feedId', IdPipe) feedId: number,
  ): Promise<void> {
    return this.closeFeed.run({ ...family, accountId }, feedId);
  }
}

/** What calendars read, without a session. */
@FamilyApi('Mon calendrier')
@Controller('calendar-feeds')
export class PublicCalendarFeedController {
  constructor(private readonly readFeed: ReadFeed) {}

  /**
   * Lire les réservations d’un enfant, pour un calendrier
   *
   * Les jours réservés par ce foyer (un jour d’absence déclarée y est annulé), de 60 jours en arrière à 400 jours en avant, au format iCalendar (RFC 5545).
   */
  @Get(':token.ics')
  @OpenToAll()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotModifiedResponse({ description: 'Rien n’a changé depuis la version de `If-None-Match`.' })
  @ApiProblems(httpProblems.NOT_FOUND, httpProblems.TOO_MANY_REQUESTS)
  async read(
    @Param('token') token: string,
    @Ip() address: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const text = await this.readFeed.run(token, address);
    const version = `"${digestOf(text)}"`;
    // Any cache may ask whether it changed; none but the calendar's own keeps it.
    void reply.headers({ etag: version, 'cache-control': 'private, no-cache' });
    if (known === version) {
      void reply.code(304);
      return undefined;
    }
    void reply.type('text/calendar; charset=utf-8');
    return text;
  }
}
