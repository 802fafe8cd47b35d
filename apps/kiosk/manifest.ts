import type { Job } from '@counterfoil/domain'
import type { ManifestOptions } from 'vite-plugin-pwa'

function icon(size: number, purpose: 'any' | 'maskable') {
  const name = purpose === 'any' ? 'icon' : 'maskable'
  return { src: `icons/${name}-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose }
}

/** Jobs that have a screen, each with what its shortcut is called: one line for one more. */
const SHORTCUTS = {
  loyalty: 'Counter',
  door: 'Door',
  clock: 'Time clock',
} as const satisfies Partial<Record<Job, string>>

function shortcut([job, name]: readonly [job: string, name: string]) {
  return { name, url: `/kiosk/?job=${job}`, icons: [icon(192, 'any')] }
}

/** How the kiosk installs: full screen, one address, a shortcut for each job's screen. */
export const manifest: Partial<ManifestOptions> = {
  id: '/kiosk/',
  name: 'Counterfoil',
  short_name: 'Counterfoil',
  description: 'The counter, the door and the time clock on one tablet, with or without network.',
  lang: 'en',
  start_url: '/kiosk/',
  scope: '/kiosk/',
  display: 'fullscreen',
  display_override: ['fullscreen', 'standalone'],
  orientation: 'any',
  background_color: '#FBFAF7',
  theme_color: '#14161B',
  categories: ['business', 'productivity'],
  icons: [
    { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    icon(192, 'any'),
    icon(512, 'any'),
    icon(192, 'maskable'),
    icon(512, 'maskable'),
  ],
  screenshots: [
    {
      src: 'screenshots/wide.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Ready to scan at the counter',
    },
    {
      src: 'screenshots/narrow.png',
      sizes: '800x1280',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'A stamp given and confirmed',
    },
  ],
  shortcuts: Object.entries(SHORTCUTS).map(shortcut),
}
