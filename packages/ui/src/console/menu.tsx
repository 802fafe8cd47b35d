import Ellipsis from 'lucide-react/icons/ellipsis'
import type { ReactNode } from 'react'
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { cx } from '../cx'
import { useCommonText } from '../language'
import { type ButtonLook, buttonClass } from '../light/button'
import buttons from '../light/button.module.css'
import popover from './popover.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onAction: () => void
}

export interface MenuButtonProps extends ButtonLook {
  readonly items: readonly MenuEntry[]
  /** Named "More" with three dots when left out. */
  readonly label?: string
  /** What the button shows; three dots when left out. */
  readonly children?: ReactNode
}

/** A button with a list of deeds behind it. */
export function MenuButton(props: MenuButtonProps) {
  const { items, label, children, variant = 'quiet', size = 'medium' } = props
  const words = useCommonText()
  const isIcon = children === undefined
  const name = label ?? (isIcon ? words.action.more : undefined)
  return (
    <MenuTrigger>
      <Button
        {...(name === undefined ? {} : { 'aria-label': name })}
        className={cx(
          buttonClass({ variant, size }),
          isIcon && buttons['icon'],
          size === 'small' && buttons['small'],
        )}
      >
        {children ?? <Ellipsis aria-hidden />}
      </Button>
      <Popover className={popover['popover'] ?? ''} offset={4} placement="bottom end">
        <AriaMenu
          className={popover['list'] ?? ''}
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
        >
          {items.map((item) => (
            <MenuItem
              className={cx(popover['item'], item.danger && popover['danger'])}
              id={item.id}
              key={item.id}
              onAction={item.onAction}
              textValue={item.label}
            >
              {item.icon}
              <span className={popover['words']}>{item.label}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
