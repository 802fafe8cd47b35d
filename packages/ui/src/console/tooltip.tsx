import type { ComponentProps } from 'react'
import { Focusable, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import popover from './popover.module.css'

export interface TooltipProps {
  readonly text: string
  /** One focusable element that passes on its props: `Button`, `LinkButton`, a native control. */
  readonly children: ComponentProps<typeof Focusable>['children']
}

/** A hint for what is already named; never the only place where something is said. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>{children}</Focusable>
      <AriaTooltip className={popover['tooltip'] ?? ''} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
