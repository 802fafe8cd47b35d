import { ProblemError } from '../problem-error'

/** What RFC 9449 calls each refusal, for clients that know nothing of our codes. */
const SCHEME_ERRORS = {
  TOKEN_INVALID: 'invalid_token',
  DPOP_INVALID: 'invalid_dpop_proof',
  USE_DPOP_NONCE: 'use_dpop_nonce',
} as const

/** A refusal of a tablet's token or proof, with the challenge that a 401 owes. */
export function refusal(
  code: keyof typeof SCHEME_ERRORS,
  detail: string,
  cause?: unknown,
): ProblemError {
  const challenge = `DPoP error="${SCHEME_ERRORS[code]}", algs="ES256"`
  return new ProblemError(code, detail, {}, { 'www-authenticate': challenge }, { cause })
}
