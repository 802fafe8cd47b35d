import type { Config } from '../config'

/**
 * What whoever starts a demo must know before others reach it, one sentence or two each; nothing
 * for a trial on one's own machine.
 */
export function demoWarnings({
  host,
  publicUrl,
  databaseUrl,
}: Pick<Config, 'host' | 'publicUrl' | 'databaseUrl'>): string[] {
  const open = [
    ...(isLoopback(host) ? [] : [`HOST=${host}`]),
    ...(isLoopback(new URL(publicUrl).hostname) ? [] : [`PUBLIC_URL=${publicUrl}`]),
  ]
  return [
    ...(open.length === 0
      ? []
      : [
          `WARNING: other machines can reach this demo (${open.join(', ')}). Whoever opens its QR codes ` +
            'sees cards and PINs and can pair a tablet, without signing in.',
        ]),
    ...(databaseUrl === undefined
      ? []
      : [
          'WARNING: the database of DATABASE_URL holds the demo, whose PINs are shown to whoever ' +
            'reaches it. A real shop begins with DEMO=0 and an empty database.',
        ]),
  ]
}

/** Whether a name or address leads to this machine alone. */
function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
}
