// Plain JavaScript on purpose: the same file runs beside the sources and beside the bundle.
import bcrypt from 'bcryptjs'

/** @param {{ text: string, cost: number }} order */
export function hash({ text, cost }) {
  return bcrypt.hashSync(text, cost)
}

/** @param {{ text: string, hash: string }} order */
export function compare({ text, hash }) {
  return bcrypt.compareSync(text, hash)
}
