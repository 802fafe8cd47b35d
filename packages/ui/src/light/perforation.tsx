import { cx } from '../cx'
import styles from './perforation.module.css'

/** The dotted line along which a counterfoil is torn off. Decoration only. */
export function Perforation({ upright = false }: { readonly upright?: boolean }) {
  return <div aria-hidden className={cx(styles['line'], upright && styles['upright'])} />
}
