import { expect, test } from 'vitest'
import { fieldNameOf } from './form'

test.each([
  ['/label', 'label'],
  ['/opening/from', 'opening.from'],
  ['#/jobs/0', 'jobs.0'],
  ['', ''],
])('the pointer "%s" belongs to the field "%s"', (pointer, field) => {
  expect(fieldNameOf(pointer)).toBe(field)
})
