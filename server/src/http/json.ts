import { ProblemError } from '../problem-error'

/** Nothing of ours is nested deeper; whoever recurses over a body may rely on it. */
export const DEEPEST = 32

/**
 * @param deepest `Infinity` where nobody recurses over what is read: `JSON.parse` itself does not
 * @throws ProblemError BODY_MALFORMED when the text is no JSON, or nested too deep
 */
export function parseJson(text: string, deepest: number): unknown {
  if (deepest < Infinity && depthOf(text) > deepest)
    throw unreadable('The JSON is nested too deep.')
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable('The body is not valid JSON.')
  }
}

/** About the body as a whole: no single place in it can be named. */
export function unreadable(detail: string): ProblemError {
  return new ProblemError('BODY_MALFORMED', detail, {
    errors: [{ pointer: '', message: detail, code: 'FORMAT' }],
  })
}

/** How deep arrays and objects are nested, found without recursion; brackets in strings do not count. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index)
    if (inString) {
      if (char === 92) index += 1
      else if (char === 34) inString = false
    } else if (char === 34) inString = true
    else if (char === 91 || char === 123) deepest = Math.max(deepest, (depth += 1))
    else if (char === 93 || char === 125) depth -= 1
  }
  return deepest
}
