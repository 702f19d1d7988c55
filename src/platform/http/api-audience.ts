import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiTags } from '@nestjs/swagger';

/** The two OpenAPI documents: one for the clients that families use, one for the mairie. */
export type Audience = 'familles' | 'administration';

export const AUDIENCES = 'x-audiences';

/** A controller of the families' document; `tag` is its French heading there. */
export const FamilyApi = (tag: string): ClassDecorator => api(tag, ['familles']);

/** A controller of the mairie's document. */
export const AdministrationApi = (tag: string): ClassDecorator => api(tag, ['administration']);

/** A controller of both documents (signing in, for one). */
export const SharedApi = (tag: string): ClassDecorator => api(tag, ['familles', 'administration']);

function api(tag: string, audiences: Audience[]): ClassDecorator {
  return applyDecorators(ApiTags(tag), ApiExtension(AUDIENCES, audiences), SetMetadata(AUDIENCES, audiences));
}
