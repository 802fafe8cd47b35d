import SearchIcon from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { cx } from '../cx'
import { useCommonText } from '../language'
import styles from '../light/field.module.css'
import own from './field.module.css'

export interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  'children' | 'className' | 'style'
> {
  /** Names the field and stands in it while it is empty. */
  readonly label: string
}

/** Search with a clear button; Escape clears. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  const { action } = useCommonText()
  return (
    <AriaSearchField {...rest} aria-label={label} className={own['search'] ?? ''}>
      <div className={cx(styles['box'], own['box'])}>
        <SearchIcon aria-hidden />
        <Input className={styles['input'] ?? ''} placeholder={label} />
        <Button aria-label={action.clear} className={cx(own['step'], own['clear'])}>
          <X aria-hidden />
        </Button>
      </div>
    </AriaSearchField>
  )
}
