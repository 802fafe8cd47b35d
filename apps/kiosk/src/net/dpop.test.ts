import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { sha256 } from './base64url'
import { makeCredentials, signProof } from './dpop'

test('a proof verifies by the key it carries and speaks of its request', async () => {
  const credentials = await makeCredentials('a.b.c')
  const htu = 'https://shop.example/api/v1/store/sync/push'
  const proof = await signProof(credentials, { htm: 'POST', htu, nonce: 'n' })
  const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
    algorithms: ['ES256'],
    typ: 'dpop+jwt',
  })
  expect(payload).toMatchObject({ htm: 'POST', htu, nonce: 'n', ath: await sha256('a.b.c') })
  expect(await calculateJwkThumbprint(protectedHeader.jwk ?? {})).toBe(
    await calculateJwkThumbprint(credentials.public_jwk),
  )
})

test('no two proofs are alike, and without a nonce none is claimed', async () => {
  const credentials = await makeCredentials('a.b.c')
  const target = { htm: 'GET', htu: 'https://shop.example/x', nonce: null }
  const proofs = await Promise.all([signProof(credentials, target), signProof(credentials, target)])
  const payloads = proofs.map((proof) => atob(proof.split('.')[1] ?? ''))
  expect(new Set(payloads).size).toBe(2)
  expect(payloads.join('')).not.toContain('nonce')
})

test('the private key cannot leave the browser', async () => {
  const { private_key } = await makeCredentials('a.b.c')
  await expect(crypto.subtle.exportKey('jwk', private_key)).rejects.toThrow(/extractable/)
})
