import type { Caller, Endpoint, ProblemCode } from '@counterfoil/protocol'

const ANY: readonly ProblemCode[] = ['RATE_LIMITED', 'INTERNAL', 'UNAVAILABLE']
const USER: readonly ProblemCode[] = ['SIGN_IN_REQUIRED', 'TOKEN_INVALID']
const DEVICE: readonly ProblemCode[] = [
  'TOKEN_INVALID',
  'USE_DPOP_NONCE',
  'DPOP_INVALID',
  'TERMINAL_DEVICE_REVOKED',
  'TERMINAL_DEVICE_EXPIRED',
  'TERMINAL_DEVICE_PAIRING_EXPIRED',
]

const BY_CALLER: Readonly<Record<Caller, readonly ProblemCode[]>> = {
  anyone: [],
  device: DEVICE,
  store: [...USER, ...DEVICE, 'FORBIDDEN', 'NOT_FOUND', 'VALIDATION'],
  user: [...USER, 'FORBIDDEN'],
  merchant: [...USER, 'FORBIDDEN', 'NOT_FOUND'],
  admin: [...USER, 'FORBIDDEN'],
}

/** Every problem a route may answer: its own, its caller's, and those of the parts it reads. */
export function problemsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const { method, caller, problems = [] } = endpoint
  const codes = new Set<ProblemCode>([...problems, ...BY_CALLER[caller], ...ANY, 'VALIDATION'])
  if (method !== 'GET') {
    const unread = ['BODY_MALFORMED', 'MEDIA_TYPE', 'TOO_LARGE', 'FORBIDDEN'] as const
    for (const code of unread) codes.add(code)
    if (caller === 'merchant') codes.add('CONFLICT')
  }
  if (endpoint.query?.safeParse({ cursor: 'x' }).success === true) codes.add('CURSOR_INVALID')
  return [...codes].sort()
}
