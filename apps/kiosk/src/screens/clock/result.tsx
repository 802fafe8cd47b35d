import { useState } from 'react'
import { clockResultView } from '../../app/clock/result-view'
import type { ClockResult } from '../../app/clock/state'
import type { ClockFlow } from '../../app/clock/store'
import { useText } from '../../app/text'
import { useServerNow } from '../../hooks/use-server-now'
import { Answer } from '../answer'
import { VerdictSign } from '../verdict-sign'

export interface ResultProps {
  readonly flow: ClockFlow
  readonly result: ClockResult
}

/** The answer, by name; gone by itself, at a touch, or when the next badge comes. */
export function Result({ flow, result }: ResultProps) {
  const { t, format } = useText()
  const [now] = useState(useServerNow())
  const { sign, fact, ...view } = clockResultView(result, t, format, now)
  return (
    <Answer
      {...view}
      facts={[fact]}
      icon={<VerdictSign sign={sign} />}
      kind={result.kind}
      onDismiss={() => flow.send({ type: 'dismiss' })}
    />
  )
}
