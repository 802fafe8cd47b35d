/** Sent as `Counterfoil-Protocol`; raised when a client of the former number would misunderstand. */
export const PROTOCOL_VERSION = 1

/** Range of versions this build understands; anything else is answered 426 `PROTOCOL_UNSUPPORTED`. */
export const PROTOCOL_SUPPORTED = { min: 1, max: 1 } as const

export const PROTOCOL_HEADER = 'Counterfoil-Protocol'
/** Names the store a signed-in user acts for on `/api/v1/store` routes. */
export const STORE_HEADER = 'Counterfoil-Store'

/** What one push may hold. */
export const LIMITS = { max_ops: 500, max_bytes: 1024 * 1024 } as const

/**
 * Raised when the data of an entity changes, or what comes beside the changes: tablets in the shops
 * then pull everything anew.
 */
export const CHANGE_FIELDS = 2
