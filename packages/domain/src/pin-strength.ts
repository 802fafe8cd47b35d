/** Why a PIN may not be set. */
export type WeakPin = 'LENGTH' | 'REPEATED' | 'RUN' | 'YEAR' | 'PERSONNEL_NUMBER' | 'COMMON'

/** Leads of published PIN frequency lists that no other rule catches. */
const COMMON = new Set([
  '1004',
  '1010',
  '1122',
  '1212',
  '1313',
  '1342',
  '2001',
  '2580',
  '4545',
  '6969',
  '5683',
  '121212',
  '123123',
  '123321',
  '131313',
  '112233',
  '159753',
  '147258',
  '147258369',
  '159357',
  '520131',
  '789456',
  '456789123',
  '102030',
  '010203',
  '696969',
  '246810',
  '13579',
  '135790',
])

/**
 * The first reason why `pin` is too easy to guess, or `undefined`.
 * @param year the present year where the store is, four digits
 */
export function weakPin(pin: string, personnelNumber: string, year: number): WeakPin | undefined {
  if (!/^[0-9]{4,8}$/.test(pin)) return 'LENGTH'
  if (/^(\d)\1+$/.test(pin)) return 'REPEATED'
  if (isRun(pin, 1) || isRun(pin, -1)) return 'RUN'
  if (looksLikeYear(pin, year)) return 'YEAR'
  if (pin === personnelNumber || pin === personnelNumber.padStart(pin.length, '0')) {
    return 'PERSONNEL_NUMBER'
  }
  return COMMON.has(pin) ? 'COMMON' : undefined
}

/** Straight runs, over the nine as well: 8901, 2109. */
function isRun(pin: string, step: number): boolean {
  return Array.from(pin, Number).every(
    (digit, index, digits) => index === 0 || ((digits[index - 1] ?? 0) + step + 10) % 10 === digit,
  )
}

/** This year and its neighbours, alone or repeated. */
function looksLikeYear(pin: string, year: number): boolean {
  return [year - 1, year, year + 1].some((y) => pin === `${y}` || pin === `${y}${y}`)
}
