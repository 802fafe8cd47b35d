import { ProblemError } from '../problem-error'
import { PROBLEM_MEDIA_TYPE, type ProblemCode, PROBLEMS } from '@counterfoil/protocol'
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { databaseProblem } from '../db/database-problem'
import type { Logger } from '../logger'
import type { AppEnv } from './env'

/** Every error becomes a problem document; what went wrong inside is in the log alone. */
export function createErrorHandler(log: Logger): ErrorHandler<AppEnv> {
  return (error, c) => {
    const problem = problemOf(error)
    if (problem.status >= 500) {
      const { request_id } = c.var
      log.error({ err: error, request_id, code: problem.code }, 'request failed')
    }
    return answerProblem(c, problem)
  }
}

export const answerNotFound: NotFoundHandler<AppEnv> = (c) =>
  answerProblem(c, new ProblemError('NOT_FOUND'))

export function answerProblem(c: Context<AppEnv>, problem: ProblemError): Response {
  const { code, status, detail, extras, headers } = problem
  const body = {
    ...extras,
    type: `/problems/${code}`,
    title: PROBLEMS[code].title,
    status,
    code,
    detail,
    request_id: c.var.request_id,
  }
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  c.header('content-type', PROBLEM_MEDIA_TYPE)
  c.header('cache-control', 'no-store')
  return c.body(JSON.stringify(body), status)
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'BODY_MALFORMED',
  401: 'SIGN_IN_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'MEDIA_TYPE',
}

function problemOf(error: Error): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException) return new ProblemError(BY_STATUS[error.status] ?? 'INTERNAL')
  return databaseProblem(error) ?? new ProblemError('INTERNAL')
}
