import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv-cell'

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+352 621', "'+352 621"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ["'twas", "''twas"],
  ['a=b', 'a=b'],
  ['two\nlines', '"two\nlines"'],
  ['one, two', '"one, two"'],
  ['قهوة عمر', 'قهوة عمر'],
  [-3, '-3'],
  [null, ''],
  [['LATE', 'CLOCK_AHEAD'], 'LATE CLOCK_AHEAD'],
])('%j is written as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

test('a line ends as RFC 4180 has it', () => {
  expect(csvLine([1, 'a', null])).toBe('1,a,\r\n')
})
