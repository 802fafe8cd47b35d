import type { ProblemMessages } from '../texts'

/** When to come back, if the server said so. */
const later = (retry_at: string | undefined) =>
  retry_at === undefined ? 'Try again in a moment.' : `Try again from ${retry_at}.`

export const problems: ProblemMessages = {
  BATCH_MALFORMED: {
    title: 'Upload not readable',
    sentence: () =>
      'The server could not read this upload. Everything is still saved on this tablet, and it will try again in smaller parts.',
  },
  BODY_MALFORMED: {
    title: 'Please check the form',
    sentence: () => 'Some fields need another look. What you typed is still here.',
  },
  CURSOR_INVALID: {
    title: 'List has moved on',
    sentence: () => 'This place in the list no longer exists. Load the list from the start.',
  },
  SIGN_IN_REQUIRED: {
    title: 'Please sign in',
    sentence: () => 'Your session has ended. Sign in again to go on where you were.',
  },
  CREDENTIALS_INVALID: {
    title: 'That did not match',
    sentence: () => 'This e-mail and password do not go together. Check both and try again.',
  },
  TOTP_REQUIRED: {
    title: 'One more step',
    sentence: () => 'Enter the six digits from your authenticator app, or a recovery code.',
  },
  USE_DPOP_NONCE: {
    title: 'One more try',
    sentence: () => 'The server asked for a fresh signature. The tablet sends it by itself.',
  },
  DPOP_INVALID: {
    title: 'Signature refused',
    sentence: () =>
      'The server could not check this tablet’s signature. What you did is saved here. If it stays so, pair the tablet again.',
  },
  TOKEN_INVALID: {
    title: 'Tablet not recognised',
    sentence: () =>
      'The server does not know this pairing. What you did is saved here. Ask the manager to pair the tablet again.',
  },
  TERMINAL_DEVICE_REVOKED: {
    title: 'Tablet switched off',
    sentence: () =>
      'The manager has withdrawn this tablet. People’s data has been removed from it; everything not yet sent is kept.',
  },
  TERMINAL_DEVICE_EXPIRED: {
    title: 'Pairing has run out',
    sentence: () =>
      'A pairing lasts a year and this one is over. Everything not yet sent is kept. Pair the tablet again to go on.',
  },
  TERMINAL_DEVICE_PAIRING_EXPIRED: {
    title: 'Code has run out',
    sentence: () =>
      'A pairing code works for 15 minutes. Show a new one in the console and scan it.',
  },
  FORBIDDEN: {
    title: 'Not yours to do',
    sentence: () =>
      'Your role does not allow this. An owner or manager can do it or change your role.',
  },
  NOT_FOUND: {
    title: 'Not found',
    sentence: () =>
      'There is nothing here. It may have been removed, or the address is not quite right.',
  },
  TERMINAL_DEVICE_ALREADY_CLAIMED: {
    title: 'Code already used',
    sentence: () =>
      'Another tablet was paired with this code. If that was not you, revoke it in the console, then show a new code.',
  },
  CONFLICT: {
    title: 'Changed meanwhile',
    sentence: () =>
      'Someone else changed this while you worked on it. Load it again; nothing of theirs is lost.',
  },
  TOO_LARGE: {
    title: 'Too large',
    sentence: () =>
      'This is more than the server takes at once. Send it in smaller parts; nothing was stored.',
  },
  MEDIA_TYPE: {
    title: 'Wrong format',
    sentence: () => 'The server takes JSON here. Nothing was stored.',
  },
  VALIDATION: {
    title: 'That cannot be',
    sentence: () => 'These values do not fit together. What you typed is still here.',
  },
  PROTOCOL_UNSUPPORTED: {
    title: 'Update needed',
    sentence: () =>
      'This version and the server no longer understand each other. Everything is kept. Close the app and open it again to update.',
  },
  RATE_LIMITED: {
    title: 'A little slower',
    sentence: ({ retry_at }) => `That was a lot in a short time. ${later(retry_at)}`,
  },
  UNAVAILABLE: {
    title: 'Back in a moment',
    sentence: ({ retry_at }) =>
      `The server cannot answer right now. Nothing is lost. ${later(retry_at)}`,
  },
  NETWORK: {
    title: 'No connection',
    sentence: () =>
      'The server cannot be reached. Nothing is lost. Check the network and try again.',
  },
  UNEXPECTED: {
    title: 'Something went wrong',
    sentence: () =>
      'That was our fault, not yours. Try again; if it stays so, tell support the request number.',
  },
}
