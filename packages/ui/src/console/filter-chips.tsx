import Check from 'lucide-react/icons/check'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { cx } from '../cx'
import { useCommonText } from '../language'
import styles from './filter-chips.module.css'
import popover from './popover.module.css'
import type { Option } from './select'

export interface FilterChipProps<Value extends string> {
  /** What is filtered: "Tablet". */
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
}

/** One filter: dashed while it is off, filled with its value while it is on. */
export function FilterChip<Value extends string>(props: FilterChipProps<Value>) {
  const { label, options, value, onChange } = props
  const { action } = useCommonText()
  const chosen = options.find((option) => option.value === value)
  return (
    <span className={cx(styles['chip'], chosen !== undefined && styles['set'])}>
      <MenuTrigger>
        <Button className={styles['button'] ?? ''}>
          {chosen === undefined && <Plus aria-hidden />}
          {label}
          {chosen !== undefined && <span className={styles['value']}>{chosen.label}</span>}
        </Button>
        <Popover className={popover['popover'] ?? ''} offset={4} placement="bottom start">
          <Menu
            className={popover['list'] ?? ''}
            onSelectionChange={(keys) =>
              onChange(options.find((option) => keys === 'all' || keys.has(option.value))?.value)
            }
            selectedKeys={value === undefined ? [] : [value]}
            selectionMode="single"
          >
            {options.map((option) => (
              <MenuItem
                className={popover['item'] ?? ''}
                id={option.value}
                key={option.value}
                textValue={option.label}
              >
                <span className={popover['words']}>{option.label}</span>
                <Check aria-hidden className={popover['tick']} />
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {chosen !== undefined && (
        <button
          aria-label={`${action.clear}: ${label}`}
          className={styles['clear']}
          onClick={() => onChange(undefined)}
          type="button"
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  )
}

/** A row of filters, searches and what belongs beside them. */
export function FilterBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles['bar']}>{children}</div>
}
