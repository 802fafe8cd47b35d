import { Button } from '@counterfoil/ui'
import LogIn from 'lucide-react/icons/log-in'
import { useState } from 'react'
import { fewerAllowed } from '../../app/door/door-people'
import type { DoorResult } from '../../app/door/door-state'
import { doorView } from '../../app/door/door-view'
import { useText } from '../../app/text'
import { usePart } from '../../hooks/use-live'
import { useServerNow } from '../../hooks/use-server-now'
import { Answer } from '../answer'
import styles from '../verdict.module.css'
import { useDoor } from './door-context'
import { DoorSignIcon } from './door-sign'

/** Green, yellow or red over the whole screen: the word, whose ticket, the one fact. */
export function DoorVerdict({ result }: { readonly result: DoorResult }) {
  const { flow } = useDoor()
  const { t, format } = useText()
  const stillUndoable = usePart(flow, (state) => state.last?.undoable === true)
  const [now] = useState(useServerNow())
  const { sign, name, fact, ...view } = doorView(result, t, format, now)
  const undoable = result.kind === 'deed' && stillUndoable
  return (
    <Answer
      {...view}
      code={result.kind === 'plain' ? undefined : (result.outcome.verdict.code ?? 'accepted')}
      facts={[name, fact]}
      icon={<DoorSignIcon sign={sign} />}
      kind={result.kind}
      onDismiss={() => flow.send({ type: 'dismiss' })}
      onUndo={undoable ? () => flow.send({ type: 'undo' }) : undefined}
      ways={
        fewerAllowed(result) > 0 && (
          <Button
            className={styles['button']}
            icon={<LogIn aria-hidden />}
            onClick={() => flow.send({ type: 'fewer' })}
          >
            {t.door.verdict.fewer}
          </Button>
        )
      }
    />
  )
}
