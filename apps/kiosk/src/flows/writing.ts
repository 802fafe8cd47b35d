// Everything that writes operations, with the rules behind it: fetched when the scanner is up.
export { signOff, signOn } from './sign-on'
export { stamp } from './stamp'
export { undo } from './undo'
