import { Logo } from '@counterfoil/ui'
import { useText } from '../text'
import styles from './opening.module.css'

/** What is there before anything is known. */
export function Opening() {
  const { t } = useText()
  return (
    <main className={styles['opening']}>
      <div role="status">
        <Logo />
        <p>{t.console.shell.loading}</p>
      </div>
    </main>
  )
}
