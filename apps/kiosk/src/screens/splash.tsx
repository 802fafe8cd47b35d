import { Logo } from '@counterfoil/ui'
import styles from './splash.module.css'

/** For the moment until something can be shown. */
export function Splash() {
  return (
    <div className={styles['splash']} data-screen="splash">
      <Logo />
    </div>
  )
}
