import { IconButton, LanguagePicker, LogoMark } from '@counterfoil/ui'
import { memo } from 'react'
import Settings from 'lucide-react/icons/settings'
import type { Paired } from '../app/choose-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { StatusButton } from './status-button'
import styles from './top-bar.module.css'

/** Where this is, how it stands with the network, and the language one touch away. */
export const TopBar = memo(function TopBar({ pairing }: { readonly pairing: Paired }) {
  const { flow } = useServices()
  const { t, language, setLanguage } = useText()
  return (
    <header className={styles['bar']}>
      <div className={styles['place']}>
        <span className={styles['mark']}>
          <LogoMark />
        </span>
        <div className={styles['names']}>
          <p className={styles['store']}>{pairing.store_name}</p>
          <p className={styles['tablet']}>{pairing.label}</p>
        </div>
      </div>
      <div className={styles['status']}>
        <StatusButton />
      </div>
      <div className={styles['language']}>
        <LanguagePicker compact onChange={setLanguage} value={language} />
      </div>
      <IconButton
        className={styles['settings']}
        icon={<Settings aria-hidden />}
        label={t.kiosk.home.tablet}
        onClick={() => flow.send({ type: 'open', page: 'tablet' })}
        variant="secondary"
      />
    </header>
  )
})
