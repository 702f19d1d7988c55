import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { completeDocument } from './complete-document.js';
import type { Audience } from '../platform/http/api-audience.js';

const DOCUMENTS: Record<Audience, { title: string; description: string }> = {
  familles: {
    title: 'Espace Famille — familles',
    description:
      'Ce dont se servent les applications des familles : compte, réservations, factures, actualités, demandes. Les dates s’écrivent `AAAA-MM-JJ`, les instants sont en UTC, les montants sont des nombres entiers de centimes. Toute erreur est un document de problème (RFC 9457) avec un `code` stable.',
  },
  administration: {
    title: 'Espace Famille — administration',
    description:
      'Ce dont se sert la mairie : familles, prestations, pointage, facturation, encaissements, Trésorerie. Connectez-vous avec POST /api/v1/auth/sessions, puis donnez le jeton `accessToken` au bouton « Authorize ». Les dates s’écrivent `AAAA-MM-JJ`, les instants sont en UTC, les montants sont des nombres entiers de centimes.',
  },
};

/** The OpenAPI 3.1 document of one audience. */
export function apiDocument(app: NestFastifyApplication, audience: Audience): OpenAPIObject {
  const { title, description } = DOCUMENTS[audience];
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth();
  const whole = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return completeDocument(whole, audience);
}

/** Serves `/openapi/<audience>.json` and Swagger UI at `/docs/<audience>`. */
export function serveApiDocuments(app: NestFastifyApplication): void {
  for (const audience of Object.keys(DOCUMENTS) as Audience[]) {
    SwaggerModule.setup(`docs/${audience}`, app, () => apiDocument(app, audience), {
      jsonDocumentUrl: `openapi/${audience}.json`,
      yamlDocumentUrl: `openapi/${audience}.yaml`,
      customSiteTitle: DOCUMENTS[audience].title,
      swaggerOptions: {
        persistAuthorization: true,
        displayRequestDuration: true,
        docExpansion: 'none',
        tagsSorter: 'alpha',
      },
    });
  }
}
