import { useEffect, useEffectEvent, useState } from 'react'
import { useFormat } from '../language'

export interface CountdownProps {
  /** Epoch milliseconds, on the clock that `now` reads. */
  readonly until: number
  readonly now?: () => number
  readonly onEnd?: () => void
}

/** "14:59", once a second; silent to screen readers, which can ask for it. */
export function Countdown({ until, now = Date.now, onEnd }: CountdownProps) {
  const format = useFormat()
  const [at, setAt] = useState(now)
  const left = until - at
  const isOver = left <= 0
  const tick = useEffectEvent(() => setAt(now()))
  const end = useEffectEvent(() => onEnd?.())
  useEffect(() => {
    const timer = setInterval(() => tick(), 1000)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (isOver) end()
  }, [isOver])
  return (
    <span data-figures role="timer">
      {format.countdown(left)}
    </span>
  )
}
