import { ArticleRow, ArticleSiteRow } from './data/article.entity.js';

export { NewsModule } from './news.module.js';

export const newsEntities = [ArticleRow, ArticleSiteRow];
