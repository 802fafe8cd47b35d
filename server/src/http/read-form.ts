import { ProblemError } from '../problem-error'
import { readBytes } from './read-body'

const MAX_FORM_BYTES = 16 * 1024

/**
 * The fields of a form that a browser sent without script. The first of several values counts.
 * @throws ProblemError MEDIA_TYPE, TOO_LARGE
 */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const [type] = (request.headers.get('content-type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new ProblemError('MEDIA_TYPE', 'A form is expected here.')
  }
  const fields = new URLSearchParams((await readBytes(request, MAX_FORM_BYTES, false)).toString())
  return Object.fromEntries([...fields].toReversed())
}
