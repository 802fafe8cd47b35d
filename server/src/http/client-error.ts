import type { Server } from 'node:http'
import { PROBLEM_MEDIA_TYPE, type ProblemCode, PROBLEMS } from '@counterfoil/protocol'
import { v7 } from 'uuid'

/**
 * What Node refuses before any of our code sees it (a header that is too long, no HTTP at all, a
 * request that never ends) is answered with a problem document too.
 */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: Error & { readonly code?: string }, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy()
      return
    }
    socket.end(rawProblem(error.code === 'HPE_HEADER_OVERFLOW' ? 'TOO_LARGE' : 'BODY_MALFORMED'))
  })
}

function rawProblem(code: ProblemCode): string {
  const { status, title } = PROBLEMS[code]
  const request_id = v7()
  const problem = { type: `/problems/${code}`, title, status, code, detail: title, request_id }
  const body = JSON.stringify(problem)
  return [
    `HTTP/1.1 ${status} ${title}`,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
