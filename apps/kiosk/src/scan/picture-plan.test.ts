import { expect, test } from 'vitest'
import { planPicture } from './picture-plan'

test.each([
  [640, 480],
  [1280, 720],
  [1920, 1080],
  [720, 1280],
  [1, 1],
])('of %i × %i every part lies inside and is never enlarged', (width, height) => {
  for (let turn = 0; turn < 6; turn += 1) {
    const plan = planPicture(turn, width, height)
    expect(plan.x).toBeGreaterThanOrEqual(0)
    expect(plan.x + plan.width).toBeLessThanOrEqual(width)
    expect(plan.y + plan.height).toBeLessThanOrEqual(height)
    expect(plan.out_width).toBeLessThanOrEqual(plan.width)
    expect(Math.max(plan.out_width, plan.out_height)).toBeLessThanOrEqual(800)
    expect(Math.min(plan.out_width, plan.out_height)).toBeGreaterThan(0)
  }
})

test('a large picture is seen whole, and its middle in full detail', () => {
  expect(planPicture(0, 1920, 1080)).toMatchObject({ width: 1920, out_width: 800 })
  expect(planPicture(2, 1920, 1080)).toEqual({
    x: 560,
    y: 140,
    width: 800,
    height: 800,
    out_width: 800,
    out_height: 800,
  })
})
