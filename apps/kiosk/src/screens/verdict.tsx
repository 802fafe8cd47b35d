import { StampRow } from '@counterfoil/ui'
import { useState } from 'react'
import type { Result } from '../app/flow-state'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { verdictView } from '../app/verdict-view'
import { usePart } from '../hooks/use-live'
import { useServerNow } from '../hooks/use-server-now'
import { Answer } from './answer'
import { VerdictSign } from './verdict-sign'
import styles from './verdict.module.css'

/** The counter's answer. */
export function Verdict({ result }: { readonly result: Result }) {
  const { flow } = useServices()
  const { t, format } = useText()
  const stillUndoable = usePart(flow, (state) => state.last?.undoable === true)
  const [now] = useState(useServerNow())
  const { sign, fact, stamps, ...view } = verdictView(result, t, format, now)
  const undoable = result.kind === 'stamp' && stillUndoable
  return (
    <Answer
      {...view}
      facts={[fact]}
      icon={<VerdictSign sign={sign} />}
      kind={result.kind}
      onDismiss={() => flow.send({ type: 'dismiss' })}
      onUndo={undoable ? () => flow.send({ type: 'undo' }) : undefined}
    >
      {stamps !== null && (
        <div className={styles['stamps']}>
          <StampRow {...stamps} />
        </div>
      )}
    </Answer>
  )
}
