import { Entity } from 'typeorm';
import type { Temporal } from '../../kernel/civil-time.js';
import { Id, IdOf, LongText, Moment, Text } from '../../platform/database/columns.js';
import type { ArticleState } from '../rules/article-state.js';

/** What the mairie tells families. Plain text: nothing in it is ever read as HTML. */
@Entity('articles')
export class ArticleRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @Text(160) title!: string;
  @LongText() body!: string;
  @Text(9) state!: ArticleState;
  /** First instant at which families see it; set at the latest when it is published. */
  @Moment({ nullable: true }) visibleFrom!: Temporal.Instant | null;
  /** First instant at which they no longer do; null: until it is withdrawn. */
  @Moment({ nullable: true }) visibleUntil!: Temporal.Instant | null;
  @Moment({ nullable: true }) publishedAt!: Temporal.Instant | null;
  @IdOf({ nullable: true }) createdBy!: number | null;
  @Moment() createdAt!: Temporal.Instant;
  @Moment() updatedAt!: Temporal.Instant;
}

/** A site whose families an article is for; an article without any is for all. */
@Entity('article_sites')
export class ArticleSiteRow {
  @Id() id!: number;
  @IdOf() collectiviteId!: number;
  @IdOf() articleId!: number;
  @IdOf() siteId!: number;
}
