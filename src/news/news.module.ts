import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { FindArticles } from './actions/find-articles.js';
import { PublishArticle } from './actions/publish-article.js';
import { ReadNews } from './actions/read-news.js';
import { WriteArticle } from './actions/write-article.js';
import { ArticlesController } from './api/articles.controller.js';
import { NewsController } from './api/news.controller.js';

@Module({
  imports: [CollectivitesModule, FamiliesModule],
  controllers: [ArticlesController, NewsController],
  providers: [FindArticles, WriteArticle, PublishArticle, ReadNews],
  exports: [WriteArticle, PublishArticle],
})
export class NewsModule {}
