import { ArticleRow, ArticleSiteRow } from './data/article.entity.js';

export { NewsModule } from './news.module.js';
export { type ArticleText, WriteArticle } from './actions/write-article.js';
export { PublishArticle } from './actions/publish-article.js';
export { newsProblems } from './problems.js';

export const newsEntities = [ArticleRow, ArticleSiteRow];
