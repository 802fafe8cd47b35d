import { describe, expect, test } from 'vitest'
import { runnerResult } from './step'

const GREEN = { code: 0, output: '' }

describe('the result of a test runner', () => {
  test('passes on what it counted', () => {
    const result = runnerResult(GREEN, { passed: 7, failed: 0, skipped: 0 })
    expect(result).toMatchObject({ passed: 7, failed: 0 })
  })

  test.each([
    ['no report', GREEN, undefined],
    ['no test', GREEN, { passed: 0, failed: 0, skipped: 0 }],
    ['only skipped tests', GREEN, { passed: 0, failed: 0, skipped: 2 }],
    ['a skipped test among green ones', GREEN, { passed: 9, failed: 0, skipped: 1 }],
    ['a failed test', { code: 1, output: '' }, { passed: 9, failed: 1, skipped: 0 }],
    ['a crash after the last test', { code: 1, output: '' }, { passed: 9, failed: 0, skipped: 0 }],
  ])('is not green with %s', (_, runner, counts) => {
    expect(runnerResult(runner, counts).failed).toBeGreaterThan(0)
  })
})
