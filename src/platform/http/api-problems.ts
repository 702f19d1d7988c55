import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { ProblemFactory } from '../../kernel/problem.js';

export const PROBLEM_SCHEMA = { $ref: '#/components/schemas/Problem' };

/** Documents the problems that an operation may answer, one example for each code. */
export function ApiProblems(...problems: ProblemFactory[]): MethodDecorator {
  const byStatus = new Map<number, ProblemFactory[]>();
  for (const problem of problems)
    byStatus.set(problem.kind.status, [...(byStatus.get(problem.kind.status) ?? []), problem]);
  return applyDecorators(...[...byStatus].map(([status, group]) => ApiResponse({ status, ...problemResponse(group) })));
}

/** An OpenAPI response object for problems of one status. */
export function problemResponse(problems: readonly Pick<ProblemFactory, 'code' | 'kind'>[]): object {
  return {
    description: problems.map(({ code, kind }) => `\`${code}\` : ${kind.title}. ${kind.inFrench}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: PROBLEM_SCHEMA,
        examples: Object.fromEntries(
          problems.map(({ code, kind }) => [
            code,
            {
              value: {
                type: `urn:espace-famille:problem:${code}`,
                title: kind.title,
                status: kind.status,
                code,
                detail: `${kind.title}.`,
                instance: 'urn:request:req-1',
              },
            },
          ]),
        ),
      },
    },
  };
}
