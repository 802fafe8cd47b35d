import { Button, EmptyState } from '@counterfoil/ui'
import { useText } from '../text'

/** A page that threw: says so, and that nothing is lost. */
export function CrashPage() {
  const { t } = useText()
  const { crashed } = t.console.shell
  return (
    <main>
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
    </main>
  )
}
