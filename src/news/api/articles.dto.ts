import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MayBeAbsent, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { Article } from '../actions/find-articles.js';
import type { ArticleRow } from '../data/article.entity.js';
import { ARTICLE_STATES, type ArticleState } from '../rules/article-state.js';

export class ArticlesQuery extends PageQuery {
  /** Only those in this state: `DRAFT`, `PUBLISHED` or `WITHDRAWN`. @example "DRAFT" */
  @IsOptional()
  @IsIn(ARTICLE_STATES)
  state?: ArticleState;
}

export class NewArticleDto {
  /** @example "Semaine du goût à la cantine" */
  @Typed({ max: 160 })
  title!: string;

  /** Plain text with line breaks; nothing in it is read as HTML. @example "Du 12 au 16 octobre, les cuisiniers vous invitent." */
  @Typed({ max: 20_000, multiline: true })
  body!: string;

  /** Only for families with a child in one of these schools; absent or empty: for all. @example [3] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  siteIds?: number[];

  @MomentField({ optional: true, description: 'Families see it from then on; absent: as soon as it is published.' })
  visibleFrom?: Temporal.Instant | null;

  @MomentField({ optional: true, description: 'And no longer from then on; absent: until it is withdrawn.' })
  visibleUntil?: Temporal.Instant | null;
}

/** What changes of an article; what is absent stays. */
export class ChangeArticleDto {
  /** @example "Semaine du goût à la cantine" */
  @MayBeAbsent()
  @Typed({ max: 160 })
  title?: string;

  /** Plain text with line breaks. @example "Du 12 au 16 octobre, les cuisiniers vous invitent." */
  @MayBeAbsent()
  @Typed({ max: 20_000, multiline: true })
  body?: string;

  /** Empty: for all families. @example [] */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  siteIds?: number[];

  @MomentField({ optional: true })
  visibleFrom?: Temporal.Instant | null;

  @MomentField({ optional: true })
  visibleUntil?: Temporal.Instant | null;
}

export class ArticleDto {
  /** @example 7 */
  id!: number;
  /** @example "Semaine du goût à la cantine" */
  title!: string;
  /** Plain text with line breaks. @example "Du 12 au 16 octobre, les cuisiniers vous invitent." */
  body!: string;
  /** `DRAFT`, `PUBLISHED` or `WITHDRAWN`. @example "PUBLISHED" */
  state!: ArticleState;
  /** Empty: for all families. @example [3] */
  siteIds!: number[];
  @MomentField({ optional: true })
  visibleFrom!: Temporal.Instant | null;
  @MomentField({ optional: true })
  visibleUntil!: Temporal.Instant | null;
  @MomentField({ optional: true })
  publishedAt!: Temporal.Instant | null;
  @MomentField()
  updatedAt!: Temporal.Instant;
}

/** An article as families read it. */
export class NewsDto {
  /** @example 7 */
  id!: number;
  /** @example "Semaine du goût à la cantine" */
  title!: string;
  /** Plain text with line breaks: show it as text. @example "Du 12 au 16 octobre, les cuisiniers vous invitent." */
  body!: string;
  @MomentField({ description: 'The date to show.' })
  publishedAt!: Temporal.Instant;
}

export function articleDto(article: Article): ArticleDto {
  const { id, title, body, state, siteIds, visibleFrom, visibleUntil, publishedAt, updatedAt } = article;
  return { id, title, body, state, siteIds: [...siteIds], visibleFrom, visibleUntil, publishedAt, updatedAt };
}

export function newsDto({ id, title, body, visibleFrom }: ArticleRow): NewsDto {
  return { id, title, body, publishedAt: visibleFrom! };
}
