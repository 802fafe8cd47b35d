import { Button, EmptyState } from '@counterfoil/ui'
import { useText } from '../text'

/** What is said when a page threw: that it was our fault, and that nothing is lost. */
export function CrashNotice() {
  const { t } = useText()
  const { crashed } = t.console.shell
  return (
    <EmptyState
      action={
        <Button onClick={() => location.reload()} variant="primary">
          {crashed.action}
        </Button>
      }
      headingLevel={1}
      illustration="update"
      title={crashed.title}
    >
      {crashed.text}
    </EmptyState>
  )
}

/** The whole console threw. */
export function CrashPage() {
  return (
    <main>
      <CrashNotice />
    </main>
  )
}
