import { useEffect, useState } from 'react'
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
  const [left, setLeft] = useState(() => until - now())
  const isOver = left <= 0
  useEffect(() => {
    const tick = () => setLeft(until - now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until, now])
  useEffect(() => {
    if (isOver) onEnd?.()
  }, [isOver, onEnd])
  return (
    <span data-figures role="timer">
      {format.countdown(left)}
    </span>
  )
}
