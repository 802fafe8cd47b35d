import { expect, test } from 'vitest'
import { roomFor } from './room'

const GIB = 2 ** 30

test.each([
  [0.5 * GIB, 128],
  [1 * GIB, 128],
  [2 * GIB, 256],
  [4 * GIB, 512],
  [64 * GIB, 512],
])('of %d bytes an eighth is for buffers, never less than by default: %d MB', (memory, buffers) => {
  expect(roomFor(memory)).toContain(`shared_buffers=${buffers}MB`)
})
