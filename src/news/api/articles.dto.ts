import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MayBeAbsent, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { Article } from '../actions/find-articles.js';
import type { ArticleRow } from '../data/article.entity.js';
import { ARTICLE_STATES, type ArticleState } from '../rules/article-state.js';

export class ArticlesQuery extends PageQuery {
  /**
   * Seulement ceux dans cet état : `DRAFT` (brouillon), `PUBLISHED` (publié) ou `WITHDRAWN` (retiré).
   * @example "DRAFT"
   */
  @IsOptional()
  @IsIn(ARTICLE_STATES)
  state?: ArticleState;
}

export class NewArticleDto {
  /** @example "Semaine du goût à la cantine" */
  @Typed({ max: 160 })
  title!: string;

  /**
   * Texte simple, avec des retours à la ligne ; rien n’y est lu comme du HTML.
   * @example "Du 12 au 16 octobre, les cuisiniers vous invitent."
   */
  @Typed({ max: 20_000, multiline: true })
  body!: string;

  /**
   * Seulement pour les familles qui ont un enfant dans l’une de ces écoles ; absent ou vide : pour toutes.
   * @example [3]
   */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  @Min(1, { each: true })
  siteIds?: number[];

  @MomentField({
    optional: true,
    description: 'Les familles le voient à partir de cet instant ; absent : dès la publication.',
  })
  visibleFrom?: Temporal.Instant | null;

  @MomentField({
    optional: true,
    description: 'Et ne le voient plus à partir de cet instant ; absent : jusqu’au retrait.',
  })
  visibleUntil?: Temporal.Instant | null;
}

/** What changes of an article; what is absent stays. */
export class ChangeArticleDto {
  /** @example "Semaine du goût à la cantine" */
  @MayBeAbsent()
  @Typed({ max: 160 })
  title?: string;

  /** Texte simple, avec des retours à la ligne. @example "Du 12 au 16 octobre, les cuisiniers vous invitent." */
  @MayBeAbsent()
  @Typed({ max: 20_000, multiline: true })
  body?: string;

  /** Vide : pour toutes les familles. @example [] */
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
  /** Texte simple, avec des retours à la ligne. @example "Du 12 au 16 octobre, les cuisiniers vous invitent." */
  body!: string;
  /** `DRAFT` (brouillon), `PUBLISHED` (publié) ou `WITHDRAWN` (retiré). @example "PUBLISHED" */
  state!: ArticleState;
  /** Vide : pour toutes les familles. @example [3] */
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
  /**
   * Texte simple, avec des retours à la ligne : à afficher comme du texte.
   * @example "Du 12 au 16 octobre, les cuisiniers vous invitent."
   */
  body!: string;
  @MomentField({ description: 'La date à afficher.' })
  publishedAt!: Temporal.Instant;
}

export function articleDto(article: Article): ArticleDto {
  const { id, title, body, state, siteIds, visibleFrom, visibleUntil, publishedAt, updatedAt } = article;
  return { id, title, body, state, siteIds: [...siteIds], visibleFrom, visibleUntil, publishedAt, updatedAt };
}

export function newsDto({ id, title, body, visibleFrom }: ArticleRow): NewsDto {
  return { id, title, body, publishedAt: visibleFrom! };
}
