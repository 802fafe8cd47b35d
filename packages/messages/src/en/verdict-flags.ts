import type { VerdictMessages } from '../texts'

export const flags: VerdictMessages['flags'] = {
  CLOCK_UNCERTAIN: {
    headline: 'Time uncertain',
    sentence: 'The tablet did not know the exact time, so this one is our best reckoning.',
  },
  CLOCK_AHEAD: {
    headline: 'Clock was ahead',
    sentence: 'The tablet’s clock was ahead, so the time of arrival was taken.',
  },
  CLOCK_BEHIND: {
    headline: 'Clock was behind',
    sentence: 'The tablet’s clock was behind, so the time of the operation before was taken.',
  },
  LATE: {
    headline: 'Arrived later',
    sentence: 'The tablet was offline; this arrived more than a minute after it happened.',
  },
  RECOVERED: {
    headline: 'Recovered',
    sentence:
      'This was still on a tablet that had been switched off, and was sent after pairing again.',
  },
  ALREADY_CLOCKED_IN: {
    headline: 'Was already in',
    sentence: 'By what the clock knew, this person was at work already.',
  },
  ALREADY_CLOCKED_OUT: {
    headline: 'Was not in',
    sentence: 'By what the clock knew, this person was not at work.',
  },
  LONG_SHIFT: { headline: 'Long shift', sentence: 'This shift lasted more than twelve hours.' },
  UNVERIFIED: {
    headline: 'Not verified',
    sentence: 'The sign-on behind this was refused; a manager accepted it as a fact.',
  },
}
