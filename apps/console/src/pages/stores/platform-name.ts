import Bowser from 'bowser'

/**
 * What a tablet calls itself (its browser's identification) as people say it: "Chrome 131
 * (Android)". Without the system's version: browsers freeze it there, so it would be wrong. What
 * is no browser's identification stays as it is.
 */
export function platformName(identification: string): string {
  // Every browser begins so; a client's own name is not searched for words that look like one.
  if (!identification.startsWith('Mozilla/')) return identification
  const { browser, os } = Bowser.parse(identification)
  if (browser.name === undefined || os.name === undefined) return identification
  const version = browser.version?.split('.')[0] ?? ''
  return `${`${browser.name} ${version}`.trim()} (${os.name})`
}
