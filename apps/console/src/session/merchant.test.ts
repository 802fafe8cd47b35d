import { ENDPOINTS, type User } from '@counterfoil/protocol'
import { expect, test } from 'vitest'
import { headersFor, pathFor } from '../api/scope'
import { mayCall, merchantOf } from './merchant'

const OWN = '01931f6e-7c00-7000-8000-000000000001'
const OTHER = '01931f6e-7c00-7000-8000-000000000002'

const user = (platform_admin: boolean, merchants: readonly string[]): User => ({
  id: '01931f6e-7c00-7000-8000-000000000009',
  email: 'a@b.example',
  name: 'A B',
  language: 'en',
  platform_admin,
  memberships: merchants.map((merchant_id) => ({
    merchant_id,
    merchant_name: 'M',
    role: 'viewer',
  })),
})

test.each([
  { who: user(false, [OWN]), wanted: undefined, scope: { merchant_id: OWN, on_behalf: false } },
  { who: user(false, [OWN]), wanted: OWN, scope: { merchant_id: OWN, on_behalf: false } },
  { who: user(false, [OWN]), wanted: OTHER, scope: undefined },
  { who: user(false, []), wanted: undefined, scope: undefined },
  { who: user(true, []), wanted: undefined, scope: undefined },
  { who: user(true, []), wanted: OTHER, scope: { merchant_id: OTHER, on_behalf: true } },
  // Who belongs to a business works there as one of its people, platform admin or not.
  { who: user(true, [OWN]), wanted: OWN, scope: { merchant_id: OWN, on_behalf: false } },
])('whose books an address opens: $wanted', ({ who, wanted, scope }) => {
  expect(merchantOf(who, wanted)?.scope).toEqual(scope)
})

test('on behalf, every merchant route goes through the admin’s own, and nothing else does', () => {
  const behalf = { merchant_id: OTHER, on_behalf: true }
  expect(pathFor(behalf, '/api/v1/merchant/cards/1')).toBe(
    `/api/v1/admin/merchants/${OTHER}/cards/1`,
  )
  expect(pathFor(behalf, '/api/v1/auth/me')).toBe('/api/v1/auth/me')
  expect(headersFor(behalf)).toEqual({})
  const own = { merchant_id: OWN, on_behalf: false }
  expect(pathFor(own, '/api/v1/merchant/cards')).toBe('/api/v1/merchant/cards')
  expect(headersFor(own)).toEqual({ 'counterfoil-merchant': OWN })
})

test.each([
  { endpoint: ENDPOINTS.listCards, least: 'viewer' },
  { endpoint: ENDPOINTS.resolveReview, least: 'manager' },
  { endpoint: ENDPOINTS.revokeDevice, least: 'owner' },
] as const)('$endpoint.summary: $least at least', ({ endpoint, least }) => {
  const roles = ['viewer', 'manager', 'owner'] as const
  const allowed = roles.filter((role) => mayCall(role, endpoint))
  expect(allowed).toEqual(roles.slice(roles.indexOf(least)))
})
