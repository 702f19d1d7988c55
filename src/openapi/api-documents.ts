import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { completeDocument } from './complete-document.js';
import type { Audience } from '../platform/http/api-audience.js';

const DOCUMENTS: Record<Audience, { title: string; description: string }> = {
  familles: {
    title: 'Espace Famille — familles',
    description:
      'What the clients of families use: account, reservations, invoices, news, demandes. Dates are `YYYY-MM-DD`, instants are UTC, amounts are integer cents. Every error is a problem document (RFC 9457) with a stable `code`.',
  },
  administration: {
    title: 'Espace Famille — administration',
    description:
      'What the mairie uses: families, prestations, attendance, billing, treasury. Sign in with POST /api/v1/auth/sessions, then give the `accessToken` to “Authorize”. Dates are `YYYY-MM-DD`, instants are UTC, amounts are integer cents.',
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
