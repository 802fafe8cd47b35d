import { LanguagePicker, Logo } from '@counterfoil/ui'
import { useText } from '../app/text'
import { PairingPanel } from './pairing-panel'
import styles from './unpaired.module.css'

/** The first screen of a new tablet: welcome, three steps, and the camera already looking. */
export function Unpaired() {
  const { t, language, setLanguage } = useText()
  const words = t.kiosk.pairing
  const steps = [words.step_console, words.step_show, words.step_done]
  return (
    <div className={styles['unpaired']} data-screen="unpaired">
      <header className={styles['head']}>
        <Logo />
        <LanguagePicker onChange={setLanguage} value={language} />
      </header>
      <PairingPanel>
        <div className={styles['words']}>
          <h1 className={styles['title']}>{words.welcome}</h1>
          <p className={styles['intro']}>{words.intro}</p>
          <ol className={styles['steps']}>
            {steps.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ol>
        </div>
      </PairingPanel>
    </div>
  )
}
