import { PAIRING_PURPOSE } from '../devices/pairing-code'
import { ISSUER_KEY_PURPOSE } from '../door/issuer-key'
import { answerPurpose } from '../http/idempotency'
import { MAIL_PURPOSE } from '../mail/mail-outbox'
import { SEALING_KEY_PURPOSE } from '../merchants/sealing-key'
import { PIN_HASH_PURPOSE } from '../pins/pin-hash'

/** A column that holds what is sealed under SECRET_KEY. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** The table's primary key. */
  readonly keys: readonly string[]
  /** Under which purpose a row's value is sealed. */
  purposeOf(row: { readonly merchant_id: string }): string
}

/** All of them: a column of bytes that is missing here would be lost with the key it is under. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'sealing_key',
    column: 'private_sealed',
    keys: ['merchant_id', 'kid'],
    purposeOf: () => SEALING_KEY_PURPOSE,
  },
  {
    table: 'issuer_key',
    column: 'private_sealed',
    keys: ['merchant_id', 'id'],
    purposeOf: () => ISSUER_KEY_PURPOSE,
  },
  {
    table: 'staff_pin',
    column: 'hash_sealed',
    keys: ['merchant_id', 'staff_id', 'version'],
    purposeOf: () => PIN_HASH_PURPOSE,
  },
  {
    table: 'pairing_code',
    column: 'sealed',
    keys: ['code_hash'],
    purposeOf: () => PAIRING_PURPOSE,
  },
  {
    table: 'idempotency',
    column: 'answer_sealed',
    keys: ['merchant_id', 'account_id', 'key'],
    purposeOf: answerPurpose,
  },
  {
    table: 'mail',
    column: 'content_sealed',
    keys: ['merchant_id', 'id'],
    purposeOf: () => MAIL_PURPOSE,
  },
]
