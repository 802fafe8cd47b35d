import { demoWarnings } from './demo/demo-warnings'
import { DEMO_ACCOUNTS, type DemoStart } from './demo-start'
import type { Deps } from './deps'
import { isUnclaimed, setupLink } from './pages/setup/setup-link'

/** Says, in a few calm lines, that it runs, where to go and how to sign in. */
export async function announce(
  deps: Deps,
  demo: DemoStart | undefined,
  print: (line: string) => void,
): Promise<void> {
  const { publicUrl } = deps.config
  const lines = [
    '',
    `  Counterfoil is ready: ${publicUrl}`,
    '',
    `  Console   ${publicUrl}/console/`,
    `  Tablet    ${publicUrl}/kiosk/`,
    `  API       ${publicUrl}/api/v1/docs`,
  ]
  if (demo !== undefined) {
    lines.push(
      `  QR codes  ${publicUrl}/demo/sheet`,
      '',
      ...signIns(demo),
      ...demoWarnings(deps.config).flatMap((warning) => ['', `  ${warning}`]),
    )
  } else if (await isUnclaimed(deps.db)) {
    lines.push(
      '',
      '  Nobody has an account yet. Set it up here, within 24 hours:',
      `  ${setupLink(deps)}`,
    )
  }
  print([...lines, ''].join('\n'))
}

/** Who can sign in to the demo, an account a line. */
function signIns({ password }: DemoStart): string[] {
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))
  return [
    `  Sign in with the password ${password ?? 'set when the demo was made'} as`,
    ...DEMO_ACCOUNTS.map(({ email, what }) => `    ${email.padEnd(width)}  ${what}`),
  ]
}
